package vn.dvk.awards.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.replication.Outside;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.Target;
import vn.dvk.service.web.Refused;

/**
 * A replication, as answers show it.
 *
 * @param outside of a source that is none of ours
 * @param spells from when to when the target has applied it
 */
public record ReplicationAnswer(
        String id,
        Replication.Stage state,
        String model,
        Dimensions source,
        @Nullable Outside outside,
        Target target,
        boolean ownModel,
        Replication.Proposal proposal,
        List<Replication.Spell> spells,
        @Nullable LocalDate startedOn,
        @Nullable String replica,
        Replication.@Nullable Confirmation confirmation,
        Replication.@Nullable Stop stop) {

    /** @throws Refused with {@code replication-unknown} */
    public static ReplicationAnswer of(Replication state) {
        return switch (state) {
            case Replication.NotOpened() -> throw new Refused(AwardsReason.REPLICATION_UNKNOWN);
            case Replication.Known known ->
                new ReplicationAnswer(
                        known.replication(),
                        known.stage(),
                        known.source().model(),
                        known.source(),
                        known.outside(),
                        known.target(),
                        known.ownModel(),
                        known.proposal(),
                        known.spells(),
                        known.startedOn(),
                        known.replica(),
                        known.confirmation(),
                        known.stop());
        };
    }
}
