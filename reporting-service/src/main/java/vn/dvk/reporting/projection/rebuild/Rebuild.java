package vn.dvk.reporting.projection.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild and how far it is.
 *
 * @param done   records read, of {@code total}
 * @param failed why, if it has
 */
public record Rebuild(
        String id,
        State state,
        int generation,
        long done,
        long total,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failed) {

    /** How a rebuild stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** The instance that did it is gone; the next one begins afresh. */
        INTERRUPTED
    }
}
