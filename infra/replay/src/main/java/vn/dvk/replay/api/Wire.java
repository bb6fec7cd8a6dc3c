package vn.dvk.replay.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends a request until something other than “not now” comes back. A service that was killed refuses or resets the
 * connection until it is there again; whoever sends through here says by the request's key that once is enough.
 */
final class Wire {

    /** A bulk request of many rows takes seconds on a small machine, not minutes. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Set<Integer> NOT_NOW = Set.of(408, 429, 502, 503, 504);

    private static final int UNAVAILABLE = 503;

    /** A fault: may be the moment between a broker's death and its return, may be a defect. */
    private static final int FAULT = 500;

    private static final Duration FAULTS_BORNE = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Patience patience;
    private final Pause pause;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong postponed = new AtomicLong();
    private final AtomicLong withoutTime = new AtomicLong();

    /** Somebody started the platform: whoever does not answer now is on the way back. */
    private volatile boolean started;

    Wire(HttpClient client, Patience patience, Pause pause) {
        this.client = client;
        this.patience = patience;
        this.pause = pause;
    }

    long sent() {
        return sent.get();
    }

    Api.Postponed postponed() {
        return new Api.Postponed(postponed.get(), withoutTime.get());
    }

    /** @throws PlatformFailure when the service stays away longer than the client's patience */
    HttpResponse<String> answered(Service service, HttpRequest request) {
        var waiting = new Waiting();
        while (true) {
            sent.incrementAndGet();
            try {
                var response = client.send(request, BodyHandlers.ofString());
                started = true;
                if (response.statusCode() == FAULT && waiting.bears()) {
                    pause.take(patience.poll());
                } else if (NOT_NOW.contains(response.statusCode())) {
                    count(response);
                    waiting.again(service, retryAfter(response), "HTTP " + response.statusCode());
                } else {
                    return response;
                }
            } catch (IOException away) {
                waiting.again(service, patience.poll(), said(away));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new PlatformFailure("Đã dừng giữa chừng. (Interrupted.)");
            }
        }
    }

    private final class Waiting {
        private final long start = System.nanoTime();
        private OptionalLong firstFault = OptionalLong.empty();

        /** Faults have a shorter time of their own, counted from the first: trouble before it does not count. */
        boolean bears() {
            var now = System.nanoTime();
            firstFault = OptionalLong.of(firstFault.orElse(now));
            return now - firstFault.getAsLong() < FAULTS_BORNE.toNanos();
        }

        /** The wish of the service is honored as far as the client's patience goes. */
        void again(Service service, Duration wish, String last) {
            var limit = started ? patience.away() : patience.never();
            var left = limit.minusNanos(System.nanoTime() - start);
            if (!left.isPositive()) {
                throw stayedAway(service, limit, last);
            }
            pause.take(wish.compareTo(left) > 0 ? left : wish);
        }
    }

    private PlatformFailure stayedAway(Service service, Duration limit, String last) {
        return new PlatformFailure(
                "%s không trả lời trong %d giây (lần cuối: %s); xem ./infra/dvk status. (%s did not answer for %d seconds; see ./infra/dvk status.)"
                        .formatted(service.shown(), limit.toSeconds(), last, service.shown(), limit.toSeconds()));
    }

    /** A refused connection has no words of its own. */
    private static String said(IOException away) {
        var message = away.getMessage();
        return message == null ? away.getClass().getSimpleName() : message;
    }

    private void count(HttpResponse<?> response) {
        if (response.statusCode() == UNAVAILABLE) {
            postponed.incrementAndGet();
            if (response.headers().firstValue("Retry-After").isEmpty()) {
                withoutTime.incrementAndGet();
            }
        }
    }

    private Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(patience.poll());
    }
}
