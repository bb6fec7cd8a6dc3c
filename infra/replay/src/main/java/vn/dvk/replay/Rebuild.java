package vn.dvk.replay;

import static vn.dvk.replay.api.Actor.ADMINISTRATOR;
import static vn.dvk.replay.api.Service.REPORTING;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vn.dvk.replay.api.Api;
import vn.dvk.replay.api.Key;
import vn.dvk.replay.api.Pause;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.replay.tables.Screen;

/**
 * Has reporting build its read store anew from the log, follows it to its end and says what it ended in: the new store is
 * read, or, because it differs from the one that is read and nobody has accepted that, is not.
 */
public final class Rebuild {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Looks in a row at which nothing has moved: ten minutes, for the comparison shows no steps. */
    private static final int STANDSTILL = 3000;

    /** A rebuild whose instance was killed is begun again this often. */
    private static final int BEGINNINGS = 3;

    private static final String REBUILDS = "/api/v1/rebuilds";
    private static final String CURRENT = REBUILDS + "/current";

    private final Api api;
    private final Screen screen;
    private final Pause pause;

    public Rebuild(Api api, Screen screen, Pause pause) {
        this.api = api;
        this.screen = screen;
        this.pause = pause;
    }

    /**
     * @param accept the new store is to be read even where it differs from the old one
     * @return whether the new store is read now
     */
    public boolean run(boolean accept) {
        for (var beginning = 1; ; beginning++) {
            // Each beginning means a new rebuild, so its key is new; sent again within it the key stays the same.
            var key = new Key("rebuild:" + UUID.randomUUID());
            api.post(REPORTING, ADMINISTRATOR, REBUILDS, key, accept ? Map.of("accept", true) : Map.of());
            var ended = ended();
            if (!state(ended).equals("INTERRUPTED")) {
                return switched(ended, accept);
            }
            if (beginning == BEGINNINGS) {
                throw failed("Dựng lại bị ngắt %d lần: %s. (The rebuild was interrupted.)", beginning, said(ended));
            }
        }
    }

    /** What the service says of it once it runs no longer. */
    private JsonNode ended() {
        try (var progress = screen.progress("Dựng lại từ nhật ký · rebuilding from the log", 0)) {
            var last = "";
            var still = 0;
            while (true) {
                var now = api.get(REPORTING, ADMINISTRATOR, CURRENT);
                progress.at(now.path("done").asLong(0), now.path("total").asLong(0), state(now));
                if (!state(now).equals("RUNNING")) {
                    return now;
                }
                still = now.toString().equals(last) ? still + 1 : 0;
                if (still > STANDSTILL) {
                    throw failed("Việc dựng lại đứng yên ở %s. (The rebuild does not move.)", said(now));
                }
                last = now.toString();
                pause.take(BETWEEN_LOOKS);
            }
        }
    }

    private boolean switched(JsonNode ended, boolean accepted) {
        var differences = ended.path("differences");
        var listed = differences.path("first");
        listed.forEach(one -> screen.say("  ≠ " + said(one)));
        var others = differences.path("count").asLong(0) - listed.size();
        if (others > 0) {
            screen.say("  ≠ và %d tài liệu khác (and %1$d more)".formatted(others));
        }
        if (state(ended).equals("DONE")) {
            return true;
        }
        if (accepted || listed.isEmpty()) {
            throw failed("Dựng lại không thành: %s. (The rebuild failed.)", said(ended));
        }
        screen.say("✗ Kho mới khác kho đang đọc nên chưa được dùng; nếu sự khác là đúng: rebuild --accept."
                + " (The new store differs, so it is not read; if it is right: rebuild --accept.)");
        return false;
    }

    private static String state(JsonNode rebuild) {
        return rebuild.path("state").asString("");
    }

    /** In the service's own words; of an object its fields, without those that say nothing. */
    private static String said(JsonNode told) {
        return told.isObject()
                ? told.properties().stream()
                        .filter(field -> !field.getValue().isNull())
                        .map(field -> field.getKey() + " " + said(field.getValue()))
                        .collect(Collectors.joining(", "))
                : told.asString(told.toString());
    }

    private static PlatformFailure failed(String sentence, Object... told) {
        return new PlatformFailure(sentence.formatted(told));
    }
}
