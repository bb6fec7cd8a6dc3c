package vn.dvk.replay;

import static vn.dvk.replay.api.Actor.VIEWER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.dvk.replay.api.Api;
import vn.dvk.replay.api.Pause;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.replay.api.Service;
import vn.dvk.replay.tables.Screen;

/**
 * Waits until every service has published what it wrote and seen what the others published.
 *
 * <p>One look is not enough: a service may be asked before the event arrives that makes it busy again. So the platform
 * is at rest when two looks in a row find nothing left and nothing new in the topics.
 */
public final class CatchUp {

    private static final List<Service> WATCHED =
            List.of(Service.REGISTRATION, Service.EVALUATION, Service.AWARDS, Service.REPORTING);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(120);

    /** Of what is parked so many are named, with so much of the reason. */
    private static final int SHOWN = 5;

    private static final int MOST_LETTERS = 200;

    /**
     * Looks in a row at which nothing has moved before we stop waiting: two minutes of them, for a group of consumers takes
     * 45 seconds to miss a killed member. Looks, not time: how long a service was away before it answered does not count.
     */
    private static final int STANDSTILL = 1000;

    private final Api api;
    private final Screen screen;
    private final Pause pause;

    public CatchUp(Api api, Screen screen, Pause pause) {
        this.api = api;
        this.screen = screen;
        this.pause = pause;
    }

    /** How far one service is behind, in its own words. */
    private record Behind(Service service, long outbox, long lag, long waiting, long parked, long read) {
        boolean atRest() {
            return outbox == 0 && lag == 0 && waiting == 0;
        }

        long left() {
            return outbox + lag + waiting;
        }

        @Override
        public String toString() {
            return "%s: outbox %d, lag %d, waiting %d".formatted(service.shown(), outbox, lag, waiting);
        }
    }

    /** @throws PlatformFailure when a stream is parked, or when nothing moves any more though something is left */
    public void await() {
        try (var progress = screen.progress("Chờ các dịch vụ đuổi kịp · catching up", 0)) {
            var most = 0L;
            var last = List.<Behind>of();
            var still = 0;
            while (true) {
                var now = look();
                refuseParked(now);
                if (now.stream().allMatch(Behind::atRest) && now.equals(last)) {
                    return;
                }
                still = now.equals(last) ? still + 1 : 0;
                if (still > STANDSTILL) {
                    throw new PlatformFailure(
                            "Không còn gì chuyển động mà vẫn còn việc: %s. (Nothing moves, yet something is left.)"
                                    .formatted(busy(now)));
                }
                var left = now.stream().mapToLong(Behind::left).sum();
                most = Math.max(most, left);
                progress.at(most - left, most, busy(now));
                last = now;
                pause.take(BETWEEN_LOOKS);
            }
        }
    }

    private List<Behind> look() {
        var looks = new ArrayList<Behind>();
        for (var service : WATCHED) {
            var lag = api.get(service, VIEWER, "/api/v1/operations/lag");
            looks.add(new Behind(
                    service,
                    lag.path("outbox").asLong(0),
                    lag.path("lag").asLong(0),
                    lag.path("waiting").asLong(0),
                    lag.path("parked").asLong(0),
                    lag.path("read").asLong(0)));
        }
        return looks;
    }

    private static String shortened(String reason) {
        return reason.length() <= MOST_LETTERS ? reason : reason.substring(0, MOST_LETTERS) + "…";
    }

    private static String busy(List<Behind> looks) {
        return looks.stream()
                .filter(behind -> !behind.atRest())
                .map(Behind::toString)
                .collect(Collectors.joining("; "));
    }

    private void refuseParked(List<Behind> looks) {
        var parked = looks.stream()
                .filter(behind -> behind.parked() > 0)
                .flatMap(behind -> names(behind.service()).stream())
                .toList();
        if (!parked.isEmpty()) {
            throw new PlatformFailure(
                    "Có luồng sự kiện bị dừng, cần người xử lý qua /api/v1/operations/waiting: %s. (Parked streams need a person.)"
                            .formatted(some(parked)));
        }
    }

    private static String some(List<String> parked) {
        var shown = String.join("; ", parked.subList(0, Math.min(SHOWN, parked.size())));
        return parked.size() <= SHOWN ? shown : shown + "; … (%d)".formatted(parked.size());
    }

    private List<String> names(Service service) {
        var names = new ArrayList<String>();
        for (var item : api.get(service, VIEWER, "/api/v1/operations/waiting").path("items")) {
            if (item.path("why").asString("").equals("PARKED")) {
                names.add("%s %s (%s)"
                        .formatted(
                                service.shown(),
                                item.path("subject").asString("?"),
                                shortened(item.path("reason").asString("?"))));
            }
        }
        return names;
    }
}
