package vn.dvk.awards.write.proposereplication;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand.Propose;
import vn.dvk.awards.domain.replication.Target;
import vn.dvk.awards.events.consumed.Unit;
import vn.dvk.awards.store.Directory;
import vn.dvk.awards.store.OpenDossiers;
import vn.dvk.awards.store.WiderHolds;
import vn.dvk.kit.envelope.DeterministicId;

/** What is asked of replications when a model is proposed to one target or to many. */
@Component
class Proposals {

    private final OpenDossiers dossiers;
    private final Directory directory;
    private final WiderHolds holds;

    Proposals(OpenDossiers dossiers, Directory directory, WiderHolds holds) {
        this.dossiers = dossiers;
        this.directory = directory;
        this.holds = holds;
    }

    /**
     * One command per target. The id follows from model, unit and place: there is one replication per source and target, and
     * proposing the same twice is proposing it once.
     *
     * @throws vn.dvk.service.web.Refused with {@code not-known-yet}
     */
    List<Propose> of(String model, List<Target> targets, boolean ownModel, Replication.Proposal proposal) {
        var source = dossiers.read(model).dossier();
        var units = directory.units(targets.stream()
                .map(Target::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var held = holds.onModels(List.of(model), proposal.day()).get(model);
        return targets.stream()
                .map(target -> new Propose(
                        DeterministicId.of(
                                "replication",
                                model,
                                Objects.requireNonNullElse(target.unit(), ""),
                                Objects.requireNonNullElse(target.place(), "")),
                        source,
                        target,
                        target.unit() != null && units.get(target.unit()) instanceof Unit unit ? unit.lifetime() : null,
                        ownModel,
                        proposal,
                        held))
                .toList();
    }
}
