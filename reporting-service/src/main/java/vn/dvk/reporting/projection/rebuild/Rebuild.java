package vn.dvk.reporting.projection.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild and how far it is.
 *
 * @param accept      whether it may take the place of the read generation although they differ
 * @param done        records read, of {@code total}
 * @param failed      why, if it has
 * @param differences from the generation that is read, if there are any
 */
public record Rebuild(
        String id,
        State state,
        Phase phase,
        int generation,
        boolean accept,
        long done,
        long total,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failed,
        @Nullable Differences differences) {

    /** How a rebuild stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** The instance that did it has given no sign of life; the next one begins afresh. */
        INTERRUPTED
    }

    /** What it is at. */
    public enum Phase {
        /** Reads the log from the beginning. */
        FILLING,
        /** Joins the generations that are written, so that what comes in from now on goes into both. */
        JOINING,
        /** Reads what came between the two. */
        CATCHING_UP,
        COMPARING,
        SWITCHING
    }

    static Rebuild begun(String id, int generation, boolean accept, Instant at) {
        return new Rebuild(id, State.RUNNING, Phase.FILLING, generation, accept, 0, 0, at, null, null, null);
    }

    Rebuild at(Phase next) {
        return new Rebuild(
                id, state, next, generation, accept, done, total, startedAt, finishedAt, failed, differences);
    }

    Rebuild read(long records, long of) {
        return new Rebuild(
                id, state, phase, generation, accept, records, of, startedAt, finishedAt, failed, differences);
    }

    Rebuild with(Differences found) {
        return new Rebuild(id, state, phase, generation, accept, done, total, startedAt, finishedAt, failed, found);
    }

    Rebuild ended(State how, Instant at, @Nullable String why) {
        return new Rebuild(id, how, phase, generation, accept, done, total, startedAt, at, why, differences);
    }
}
