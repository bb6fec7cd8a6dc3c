package vn.dvk.awards.domain.replication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Dimensions;

/**
 * Everything that can happen to a replication. {@code on} is the business date; {@code source} describes the source
 * model as it is when the event is recorded.
 */
public sealed interface ReplicationEvent {

    /** @param outside null for a source that is one of ours */
    record Proposed(
            String replication,
            Dimensions source,
            @Nullable Outside outside,
            Target target,
            boolean ownModel,
            Replication.Proposal proposal)
            implements ReplicationEvent {}

    record Started(Dimensions source, LocalDate on) implements ReplicationEvent {}

    /** The target has registered its own model, and that was accepted. */
    record ReplicaRegistered(String replica, LocalDate on) implements ReplicationEvent {}

    record Confirmed(Dimensions source, Replication.Confirmation confirmation) implements ReplicationEvent {}

    record Stopped(Dimensions source, Replication.Stop stop) implements ReplicationEvent {}
}
