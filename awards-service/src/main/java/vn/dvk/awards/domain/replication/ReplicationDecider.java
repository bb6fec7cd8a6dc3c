package vn.dvk.awards.domain.replication;

import static vn.dvk.awards.domain.AwardsReason.ALREADY_APPLYING;
import static vn.dvk.awards.domain.AwardsReason.ALREADY_CONFIRMED;
import static vn.dvk.awards.domain.AwardsReason.ALREADY_PROPOSED;
import static vn.dvk.awards.domain.AwardsReason.HELD_WITH_OTHERS;
import static vn.dvk.awards.domain.AwardsReason.NOT_APPLYING;
import static vn.dvk.awards.domain.AwardsReason.ON_HOLD;
import static vn.dvk.awards.domain.AwardsReason.REPLICATION_STOPPED;
import static vn.dvk.awards.domain.AwardsReason.REPLICATION_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.REPLICA_NOT_REGISTERED;
import static vn.dvk.awards.domain.AwardsReason.SOURCE_ITSELF;
import static vn.dvk.awards.domain.AwardsReason.TAKEN_OVER;
import static vn.dvk.awards.domain.AwardsReason.TARGET_NEEDED;
import static vn.dvk.awards.domain.AwardsReason.UNIT_NOT_ALIVE;
import static vn.dvk.awards.domain.AwardsReason.UNIT_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.WITHDRAWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.replication.Replication.Known;
import vn.dvk.awards.domain.replication.Replication.NotOpened;
import vn.dvk.awards.domain.replication.ReplicationCommand.Confirm;
import vn.dvk.awards.domain.replication.ReplicationCommand.NoteReplica;
import vn.dvk.awards.domain.replication.ReplicationCommand.Propose;
import vn.dvk.awards.domain.replication.ReplicationCommand.ProposeFromOutside;
import vn.dvk.awards.domain.replication.ReplicationCommand.Start;
import vn.dvk.awards.domain.replication.ReplicationCommand.Stop;
import vn.dvk.awards.domain.replication.ReplicationEvent.Confirmed;
import vn.dvk.awards.domain.replication.ReplicationEvent.Proposed;
import vn.dvk.awards.domain.replication.ReplicationEvent.ReplicaRegistered;
import vn.dvk.awards.domain.replication.ReplicationEvent.Started;
import vn.dvk.awards.domain.replication.ReplicationEvent.Stopped;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;

/** The rules of replication. Asking for what is already so is nothing new, so a repeated request is harmless. */
public final class ReplicationDecider implements Decider<ReplicationCommand, Replication, ReplicationEvent> {

    @Override
    public Replication initial() {
        return new NotOpened();
    }

    @Override
    public Decision<ReplicationEvent> decide(ReplicationCommand command, Replication state) {
        return switch (command) {
            case Propose propose -> propose(propose, state);
            case ProposeFromOutside propose -> proposeFromOutside(propose, state);
            case Start start -> ifProposed(state, known -> start(start, known));
            case NoteReplica note -> note(note, state);
            case Confirm confirm -> ifProposed(state, known -> confirm(confirm, known));
            case Stop stop -> ifProposed(state, known -> stop(stop, known));
        };
    }

    private static Decision<ReplicationEvent> ifProposed(
            Replication state, Function<Known, Decision<ReplicationEvent>> rule) {
        return switch (state) {
            case NotOpened _ -> refuse(REPLICATION_UNKNOWN);
            case Known known -> rule.apply(known);
        };
    }

    private static Decision<ReplicationEvent> propose(Propose command, Replication state) {
        return switch (state) {
            case NotOpened _ -> propose(command);
            case Known known -> proposeAgain(command, known);
        };
    }

    private static Decision<ReplicationEvent> propose(Propose command) {
        if (command.source().withdrawn()) {
            return refuse(WITHDRAWN);
        }
        if (command.source().isHeldOn(command.proposal().day())) {
            return refuse(ON_HOLD);
        }
        return othersInTheWay(command.heldBy(), command.takenOver())
                .or(() -> isNowhere(
                        command.target(),
                        command.lifetime(),
                        command.ownModel(),
                        command.proposal().on()))
                .or(() -> isTheSourceItself(
                        command.source(), command.target(), command.proposal().on()))
                .or(() -> CommonRules.paperIsThere(
                        command.proposal().decision(), command.proposal().on()))
                .or(() -> CommonRules.inOrder(
                        command.proposal().on(), command.source().since()))
                .map(Decision::<ReplicationEvent>refuse)
                .orElseGet(() -> accept(new Proposed(
                        command.replication(),
                        command.source().toldDimensions(),
                        null,
                        command.target(),
                        command.ownModel(),
                        command.proposal())));
    }

    private static Decision<ReplicationEvent> proposeFromOutside(ProposeFromOutside command, Replication state) {
        if (state instanceof Known known) {
            return command.proposal().equals(known.proposal())
                    ? nothingNew()
                    : refuse(ALREADY_PROPOSED, known.proposal().on());
        }
        var on = command.proposal().on();
        return othersInTheWay(command.heldBy(), command.takenOver())
                .or(() -> isNowhere(command.target(), command.lifetime(), false, on))
                .or(() -> CommonRules.paperIsThere(command.proposal().decision(), on))
                .map(Decision::<ReplicationEvent>refuse)
                .orElseGet(() -> accept(new Proposed(
                        command.replication(),
                        command.source(),
                        command.outside(),
                        command.target(),
                        false,
                        command.proposal())));
    }

    /** A hold on whose it is or on the target, and what the target has taken over with a unit merged into it. */
    private static Optional<Refusal> othersInTheWay(@Nullable String heldBy, @Nullable String takenOver) {
        if (heldBy != null) {
            return Optional.of(Refusal.because(HELD_WITH_OTHERS, heldBy));
        }
        return takenOver == null
                ? Optional.empty()
                : Optional.of(CommonRules.fault("target.unit", TAKEN_OVER, takenOver));
    }

    /** A place in words is target enough, unless the target is to register it: only units register. */
    private static Optional<Refusal> isNowhere(
            Target target, @Nullable Lifetime lifetime, boolean ownModel, LocalDate on) {
        if (target.unit() instanceof String unit) {
            return isThere(unit, lifetime, on);
        }
        return ownModel || target.place() == null
                ? Optional.of(CommonRules.fault("target.unit", TARGET_NEEDED))
                : Optional.empty();
    }

    private static Optional<Refusal> isThere(String unit, @Nullable Lifetime known, LocalDate on) {
        if (!(known instanceof Lifetime lifetime)) {
            return Optional.of(CommonRules.fault("target.unit", UNIT_UNKNOWN, unit));
        }
        return lifetime.includes(on)
                ? Optional.empty()
                : Optional.of(CommonRules.fault("target.unit", UNIT_NOT_ALIVE, unit, on));
    }

    /** The unit's own place, or its own unit as a whole, is where the model already is. */
    private static Optional<Refusal> isTheSourceItself(Dossier.Known source, Target target, LocalDate day) {
        var own = source.unitOn(day).equals(target.unit());
        var there = target.place() == null
                || target.place()
                        .strip()
                        .equalsIgnoreCase(
                                Objects.requireNonNullElse(source.entry().place(), ""));
        return own && there ? Optional.of(CommonRules.fault("target", SOURCE_ITSELF)) : Optional.empty();
    }

    private static Decision<ReplicationEvent> proposeAgain(Propose command, Known state) {
        return command.ownModel() == state.ownModel() && command.proposal().equals(state.proposal())
                ? nothingNew()
                : refuse(ALREADY_PROPOSED, state.proposal().on());
    }

    private static Decision<ReplicationEvent> start(Start command, Known state) {
        return switch (state.stage()) {
            case PROPOSED ->
                CommonRules.inOrder(command.on(), state.proposal().on())
                        .map(Decision::<ReplicationEvent>refuse)
                        .orElseGet(() -> accept(new Started(command.source(), command.on())));
            case APPLYING, CONFIRMED ->
                command.on().equals(state.startedOn())
                        ? nothingNew()
                        : refuse(ALREADY_APPLYING, String.valueOf(state.startedOn()));
            case STOPPED ->
                CommonRules.inOrder(command.on(), state.lastStep())
                        .map(Decision::<ReplicationEvent>refuse)
                        .orElseGet(() -> accept(new Started(command.source(), command.on())));
        };
    }

    /**
     * Noted at any stage, because it is so; of several the first counts. A registration that names a replication nobody has
     * proposed, or one of another source, is a registration all the same: it is the replica of none here, and holds up nothing.
     */
    private static Decision<ReplicationEvent> note(NoteReplica command, Replication state) {
        return state instanceof Known known
                        && known.replica() == null
                        && (command.replicaOf() == null
                                || command.replicaOf().equals(known.source().model()))
                ? accept(new ReplicaRegistered(command.replica(), command.on()))
                : nothingNew();
    }

    private static Decision<ReplicationEvent> confirm(Confirm command, Known state) {
        var asked = command.confirmation();
        return switch (state.stage()) {
            case PROPOSED -> refuse(NOT_APPLYING);
            case APPLYING ->
                state.ownModel() && state.replica() == null
                        ? refuse(REPLICA_NOT_REGISTERED)
                        : CommonRules.inOrder(asked.on(), state.startedOn())
                                .or(() -> CommonRules.paperIsThere(asked.decision(), asked.on()))
                                .map(Decision::<ReplicationEvent>refuse)
                                .orElseGet(() -> accept(new Confirmed(command.source(), asked)));
            case CONFIRMED -> asked.equals(state.confirmation()) ? nothingNew() : refuse(ALREADY_CONFIRMED);
            case STOPPED -> stopped();
        };
    }

    private static Decision<ReplicationEvent> stop(Stop command, Known state) {
        var asked = command.stop();
        return switch (state.stage()) {
            case PROPOSED, APPLYING, CONFIRMED ->
                CommonRules.inOrder(asked.on(), state.lastStep())
                        .map(Decision::<ReplicationEvent>refuse)
                        .orElseGet(() -> accept(new Stopped(command.source(), asked)));
            case STOPPED -> asked.equals(state.stop()) ? nothingNew() : stopped();
        };
    }

    private static Decision<ReplicationEvent> stopped() {
        return refuse(REPLICATION_STOPPED);
    }

    @Override
    public Replication evolve(Replication state, ReplicationEvent event) {
        return switch (event) {
            case Proposed(var id, var source, var outside, var target, var ownModel, var proposal)
            when state instanceof NotOpened ->
                new Known(id, source, outside, target, ownModel, proposal, List.of(), null, null, null, null);
            case Started(var source, var on) when state instanceof Known known -> known.started(source, on);
            case ReplicaRegistered(var replica, var on) when state instanceof Known known -> known.registered(replica);
            case Confirmed(var source, var by) when state instanceof Known known -> known.confirmed(source, by);
            case Stopped(var source, var by) when state instanceof Known known -> known.stopped(source, by);
            case Proposed _, Started _, ReplicaRegistered _, Confirmed _, Stopped _ ->
                throw new ImpossibleHistory(state, event);
        };
    }
}
