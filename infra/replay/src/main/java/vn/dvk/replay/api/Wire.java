package vn.dvk.replay.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Sends a request until something other than “not now” comes back. A service that was killed refuses or resets the
 * connection until it is there again; whoever sends through here says by the request's key that once is enough.
 */
final class Wire {

    /** A bulk request of many rows takes seconds on a small machine, not minutes. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Set<Integer> NOT_NOW = Set.of(429, 502, 503, 504);

    /** A fault: may be the moment between a broker's death and its return, may be a defect. */
    private static final int FAULT = 500;

    private static final Duration FAULTS_BORNE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final HttpClient client;
    private final Patience patience;
    private final Pause pause;
    private final AtomicLong sent = new AtomicLong();
    private final Set<Service> answeredBefore = ConcurrentHashMap.newKeySet();

    Wire(HttpClient client, Patience patience, Pause pause) {
        this.client = client;
        this.patience = patience;
        this.pause = pause;
    }

    long sent() {
        return sent.get();
    }

    /** @throws PlatformFailure when the service stays away longer than the client's patience */
    HttpResponse<String> answered(Service service, HttpRequest request) {
        var limit = answeredBefore.contains(service) ? patience.away() : patience.never();
        var waiting = new Waiting(limit);
        var faulty = new Waiting(FAULTS_BORNE);
        while (true) {
            sent.incrementAndGet();
            try {
                var response = client.send(request, BodyHandlers.ofString());
                answeredBefore.add(service);
                if (response.statusCode() == FAULT && !faulty.over()) {
                    pause.take(patience.poll());
                } else if (NOT_NOW.contains(response.statusCode())) {
                    waiting.again(
                            retryAfter(response), () -> stayedAway(service, limit, "HTTP " + response.statusCode()));
                } else {
                    return response;
                }
            } catch (IOException away) {
                waiting.again(patience.poll(), () -> stayedAway(service, limit, said(away)));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new PlatformFailure("Đã dừng giữa chừng. (Interrupted.)");
            }
        }
    }

    private final class Waiting {
        private final long deadline;

        Waiting(Duration limit) {
            this.deadline = System.nanoTime() + limit.toNanos();
        }

        boolean over() {
            return System.nanoTime() - deadline >= 0;
        }

        void again(Duration wish, Supplier<PlatformFailure> givingUp) {
            if (over()) {
                throw givingUp.get();
            }
            pause.take(wish.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wish);
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

    private Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(patience.poll());
    }
}
