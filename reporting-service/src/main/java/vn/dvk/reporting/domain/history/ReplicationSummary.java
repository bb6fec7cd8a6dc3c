package vn.dvk.reporting.domain.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far one replication has come, after all its events.
 *
 * @param on      day of its latest step
 * @param replica the model that the target has registered, if it has
 */
public record ReplicationSummary(
        String id,
        @Nullable String unit,
        @Nullable String place,
        State state,
        LocalDate on,
        @Nullable String replica) {

    /** Where a replication stands. */
    public enum State {
        PROPOSED,
        STARTED,
        CONFIRMED,
        STOPPED
    }

    /** @throws IllegalStateException if nothing of it is told */
    public static ReplicationSummary of(EventHistory history) {
        @Nullable ReplicationSummary summary = null;
        for (var timed : history.events()) {
            summary = after(summary, timed.event());
        }
        if (summary == null) {
            throw new IllegalStateException("A history without an event of a replication has no summary");
        }
        return summary;
    }

    private static @Nullable ReplicationSummary after(@Nullable ReplicationSummary before, CardEvent event) {
        var on = event.dimensions().on();
        if (event.what() instanceof ModelEvent.ReplicationProposed it) {
            return next(before, it.replication(), it.target(), State.PROPOSED, on, null);
        }
        if (event.what() instanceof ModelEvent.ReplicationStarted it) {
            return next(before, it.replication(), it.target(), State.STARTED, on, null);
        }
        if (event.what() instanceof ModelEvent.Replicated it) {
            return next(before, it.replication(), it.target(), State.CONFIRMED, on, it.replica());
        }
        return event.what() instanceof ModelEvent.ReplicationStopped it
                ? next(before, it.replication(), it.target(), State.STOPPED, on, null)
                : before;
    }

    private static ReplicationSummary next(
            @Nullable ReplicationSummary before,
            String id,
            ModelEvent.Target target,
            State state,
            LocalDate on,
            @Nullable String replica) {
        var known = replica == null && before != null ? before.replica() : replica;
        return new ReplicationSummary(id, target.unit(), target.place(), state, on, known);
    }
}
