package vn.dvk.awards.domain.replication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.dossier.Dossier;

/** Everything that can be asked of a replication. */
public sealed interface ReplicationCommand {

    /**
     * @param source   the source model's dossier a moment ago; a hold placed at this very moment is not seen
     * @param lifetime of the target unit; null if there is no such unit, or none is named
     * @param heldBy   whose hold is in the way on the day: the source's unit or subject, or the target; null if none is
     * @param takenOver the replication that the target has taken over with a unit merged into it, and that goes on; null if
     *                  there is none
     */
    record Propose(
            String replication,
            Dossier.Known source,
            Target target,
            @Nullable Lifetime lifetime,
            boolean ownModel,
            Replication.Proposal proposal,
            @Nullable String heldBy,
            @Nullable String takenOver)
            implements ReplicationCommand {}

    /**
     * From a source that is none of ours, which cannot be on hold here and has no registration to be later than.
     *
     * @param source    what it is counted by
     * @param lifetime  of the target unit; null if there is no such unit, or none is named
     * @param heldBy    the target, if its hold is in the way on the day; null if none is
     * @param takenOver as of a source of ours
     */
    record ProposeFromOutside(
            String replication,
            Dimensions source,
            Outside outside,
            Target target,
            @Nullable Lifetime lifetime,
            Replication.Proposal proposal,
            @Nullable String heldBy,
            @Nullable String takenOver)
            implements ReplicationCommand {}

    record Start(Dimensions source, LocalDate on) implements ReplicationCommand {}

    /** @param replicaOf the source model as the replica's registration names it */
    record NoteReplica(String replica, @Nullable String replicaOf, LocalDate on) implements ReplicationCommand {}

    record Confirm(Dimensions source, Replication.Confirmation confirmation) implements ReplicationCommand {}

    record Stop(Dimensions source, Replication.Stop stop) implements ReplicationCommand {}
}
