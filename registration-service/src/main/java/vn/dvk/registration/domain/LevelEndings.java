package vn.dvk.registration.domain;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Levels that have come to an end in the country's organisation: nothing new is applied for there.
 *
 * @param endings the first day on which the level is no more
 */
public record LevelEndings(Map<Level, LocalDate> endings) {

    public static final LevelEndings NONE = new LevelEndings(Map.of());

    public LevelEndings {
        endings = Map.copyOf(endings);
    }

    /** @return since when the level is no more, or null if it is there on that day */
    public @Nullable LocalDate endOf(Level level, LocalDate on) {
        var end = endings.get(level);
        return end == null || on.isBefore(end) ? null : end;
    }
}
