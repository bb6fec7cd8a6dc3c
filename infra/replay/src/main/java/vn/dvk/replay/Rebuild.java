package vn.dvk.replay;

import static vn.dvk.replay.api.Actor.ADMINISTRATOR;
import static vn.dvk.replay.api.Service.REPORTING;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import vn.dvk.replay.api.Api;
import vn.dvk.replay.api.Key;
import vn.dvk.replay.api.Pause;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.replay.tables.Screen;

/** Has reporting build its read stores anew from the log, and waits for the switch. */
final class Rebuild {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration STANDSTILL = Duration.ofSeconds(120);
    private static final String CURRENT = "/api/v1/rebuilds/current";

    private final Api api;
    private final Screen screen;
    private final Pause pause;

    Rebuild(Api api, Screen screen, Pause pause) {
        this.api = api;
        this.screen = screen;
        this.pause = pause;
    }

    void run() {
        // Each run means a new rebuild, so its key is new; sent again within the run it stays the same.
        api.post(REPORTING, ADMINISTRATOR, "/api/v1/rebuilds", new Key("rebuild:" + UUID.randomUUID()), Map.of());
        try (var progress = screen.progress("Dựng lại từ nhật ký · rebuilding from the log", 0)) {
            var last = "";
            var moved = System.nanoTime();
            while (true) {
                var now = api.get(REPORTING, ADMINISTRATOR, CURRENT);
                progress.at(now.path("done").asLong(0), now.path("total").asLong(0), state(now));
                if (state(now).equals("FAILED")) {
                    throw new PlatformFailure("Dựng lại không thành: %s. (The rebuild failed.)".formatted(now));
                }
                if (now.path("finishedAt").isString()) {
                    return;
                }
                if (!now.toString().equals(last)) {
                    last = now.toString();
                    moved = System.nanoTime();
                } else if (System.nanoTime() - moved > STANDSTILL.toNanos()) {
                    throw new PlatformFailure(
                            "Việc dựng lại đứng yên ở %s. (The rebuild does not move.)".formatted(now));
                }
                pause.take(BETWEEN_LOOKS);
            }
        }
    }

    private static String state(JsonNode rebuild) {
        return rebuild.path("state").asString("");
    }
}
