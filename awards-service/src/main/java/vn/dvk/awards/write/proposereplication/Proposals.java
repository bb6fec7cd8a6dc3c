package vn.dvk.awards.write.proposereplication;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.replication.Outside;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationCommand.Propose;
import vn.dvk.awards.domain.replication.ReplicationCommand.ProposeFromOutside;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.domain.replication.Target;
import vn.dvk.awards.events.consumed.Unit;
import vn.dvk.awards.store.Directory;
import vn.dvk.awards.store.OpenDossiers;
import vn.dvk.awards.store.WiderHolds;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Refused;

/** What is asked of replications when a model is proposed to one target or to many. */
@Component
class Proposals {

    private final Streams<ReplicationCommand, Replication, ReplicationEvent> replications;
    private final OpenDossiers dossiers;
    private final Directory directory;
    private final WiderHolds holds;

    Proposals(
            Streams<ReplicationCommand, Replication, ReplicationEvent> replications,
            OpenDossiers dossiers,
            Directory directory,
            WiderHolds holds) {
        this.replications = replications;
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
        var running = takenOver(model, targets, units, proposal.on());
        var held = holds.onModels(List.of(model), proposal.day()).get(model);
        return targets.stream()
                .map(target -> new Propose(
                        id(model, target),
                        source,
                        target,
                        target.unit() != null && units.get(target.unit()) instanceof Unit unit ? unit.lifetime() : null,
                        ownModel,
                        proposal,
                        held,
                        running.get(target)))
                .toList();
    }

    /** @throws Refused unless the target is a unit */
    ProposeFromOutside fromOutside(
            Outside outside, String programme, String field, Target target, Replication.Proposal proposal) {
        if (target.unit() == null) {
            throw new Refused(CommonRules.fault("target.unit", AwardsReason.TARGET_NEEDED));
        }
        var source = outside.dimensions(programme, target.unit(), field);
        return new ProposeFromOutside(
                id(source.model(), target),
                source,
                outside,
                target,
                directory.unit(target.unit()).map(Unit::lifetime).orElse(null),
                directory.knowsProgramme(programme),
                proposal);
    }

    /**
     * What runs in units that were merged into a target runs in the target from then on. Looked up only where a target has
     * taken a unit's place; in one read.
     */
    private Map<Target, String> takenOver(String model, List<Target> targets, Map<String, Unit> units, LocalDate day) {
        var before = new HashMap<Target, List<String>>();
        for (var target : targets) {
            if (target.unit() != null && units.get(target.unit()) instanceof Unit unit) {
                var merged = unit.mergedInto(day).stream()
                        .map(one -> id(model, new Target(one, target.place())))
                        .toList();
                if (!merged.isEmpty()) {
                    before.put(target, merged);
                }
            }
        }
        if (before.isEmpty()) {
            return Map.of();
        }
        var found = replications.find(
                before.values().stream().flatMap(List::stream).distinct().toList());
        var running = new HashMap<Target, String>();
        before.forEach((target, ids) -> ids.stream()
                .filter(id -> found.get(id) instanceof Outcome.Unchanged<Replication> one
                        && one.state() instanceof Replication.Known known
                        && known.stage() != Replication.Stage.STOPPED)
                .findFirst()
                .ifPresent(id -> running.put(target, id)));
        return running;
    }

    private static String id(String model, Target target) {
        return DeterministicId.of(
                "replication",
                model,
                Objects.requireNonNullElse(target.unit(), ""),
                Objects.requireNonNullElse(target.place(), ""));
    }
}
