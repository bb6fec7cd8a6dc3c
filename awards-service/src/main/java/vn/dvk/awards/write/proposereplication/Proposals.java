package vn.dvk.awards.write.proposereplication;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.replication.Lifetime;
import vn.dvk.awards.domain.replication.Outside;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationCommand.Propose;
import vn.dvk.awards.domain.replication.ReplicationCommand.ProposeFromOutside;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.domain.replication.Target;
import vn.dvk.awards.domain.widerhold.HoldTarget;
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
     * What is asked for, of the one stream.
     *
     * @param id of the replication
     */
    record Asked(String id, ReplicationCommand command) {}

    /**
     * Either of a model of ours or of one from outside, which no target registers as its own by that.
     *
     * @throws Refused if a request names both or neither, or if what it names is not known here
     */
    List<Asked> of(
            @Nullable String model,
            @Nullable OutsideInput source,
            List<Target> targets,
            boolean ownModel,
            Replication.Proposal proposal) {
        if (model != null && source == null) {
            return of(model, targets, ownModel, proposal).stream()
                    .map(one -> new Asked(one.replication(), one))
                    .toList();
        }
        if (source != null && model == null && !ownModel) {
            return of(source, targets, proposal).stream()
                    .map(one -> new Asked(one.replication(), one))
                    .toList();
        }
        throw new Refused(CommonRules.fault("source", AwardsReason.SOURCE_NEEDED));
    }

    /**
     * One command per target. The id follows from model, unit and place: there is one replication per source and target, and
     * proposing the same twice is proposing it once.
     *
     * @throws vn.dvk.service.web.Refused with {@code not-known-yet}
     */
    private List<Propose> of(String model, List<Target> targets, boolean ownModel, Replication.Proposal proposal) {
        var source = dossiers.read(model).dossier();
        var whose = WiderHolds.targets(
                        source.unitOn(proposal.day()),
                        source.entry().dimensions().subjectId())
                .toList();
        var around = around(model, targets, whose, proposal);
        var ofSource = whose.stream()
                .filter(around.held()::contains)
                .map(HoldTarget::id)
                .findFirst()
                .orElse(null);
        return targets.stream()
                .map(target -> new Propose(
                        id(model, target),
                        source,
                        target,
                        around.lifetime(target),
                        ownModel,
                        proposal,
                        ofSource == null ? around.heldUnit(target) : ofSource,
                        around.running().get(target)))
                .toList();
    }

    /**
     * The same of a model that is none of ours. It is counted where it is taken up; for a place that is no unit, where the
     * programme is run.
     *
     * @throws Refused if there is no such programme
     */
    private List<ProposeFromOutside> of(OutsideInput source, List<Target> targets, Replication.Proposal proposal) {
        var code = source.programme();
        var programme = directory
                .programme(code)
                .orElseThrow(
                        () -> new Refused(CommonRules.fault("source.programme", AwardsReason.PROGRAMME_UNKNOWN, code)));
        var outside = new Outside(source.name(), source.from());
        var model = outside.dimensions(code, programme.host(), source.field()).model();
        var around = around(model, targets, List.of(), proposal);
        return targets.stream()
                .map(target -> new ProposeFromOutside(
                        id(model, target),
                        outside.dimensions(
                                code, target.unit() == null ? programme.host() : target.unit(), source.field()),
                        outside,
                        target,
                        around.lifetime(target),
                        proposal,
                        around.heldUnit(target),
                        around.running().get(target)))
                .toList();
    }

    /**
     * What the targets are, and what is in the way there.
     *
     * @param held    of the targets and of whose the source is, those on hold on the day
     * @param running what a target has taken over with a unit merged into it
     */
    private record Around(Map<String, Unit> units, Set<HoldTarget> held, Map<Target, String> running) {

        @Nullable
        Lifetime lifetime(Target target) {
            return target.unit() != null && units.get(target.unit()) instanceof Unit unit ? unit.lifetime() : null;
        }

        @Nullable
        String heldUnit(Target target) {
            return unit(target)
                    .filter(one -> held.contains(asHeld(one)))
                    .findFirst()
                    .orElse(null);
        }
    }

    private Around around(String model, List<Target> targets, List<HoldTarget> whose, Replication.Proposal proposal) {
        var named = targets.stream().flatMap(Proposals::unit).distinct().toList();
        var units = directory.units(named);
        var holders = Stream.concat(whose.stream(), named.stream().map(Proposals::asHeld))
                .toList();
        return new Around(units, holds.among(holders, proposal.day()), takenOver(model, targets, units, proposal.on()));
    }

    private static Stream<String> unit(Target target) {
        return Stream.ofNullable(target.unit());
    }

    private static HoldTarget asHeld(String unit) {
        return new HoldTarget(HoldTarget.Type.UNIT, unit);
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
