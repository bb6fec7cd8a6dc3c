package vn.dvk.registration.domain.registration;

import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;
import static vn.dvk.registration.domain.RegistrationReason.ACCEPTED_ONLY_CORRECTED;
import static vn.dvk.registration.domain.RegistrationReason.ALREADY_FORWARDED;
import static vn.dvk.registration.domain.RegistrationReason.ALREADY_THERE;
import static vn.dvk.registration.domain.RegistrationReason.CONTINUES_ONLY_CORRECTED;
import static vn.dvk.registration.domain.RegistrationReason.DATE_AFTER_NEXT;
import static vn.dvk.registration.domain.RegistrationReason.DATE_BEFORE_PREVIOUS;
import static vn.dvk.registration.domain.RegistrationReason.FIELD_FIXED;
import static vn.dvk.registration.domain.RegistrationReason.FIELD_NOT_MAPPED;
import static vn.dvk.registration.domain.RegistrationReason.FORWARDED_FURTHER;
import static vn.dvk.registration.domain.RegistrationReason.FORWARD_NOT_TO_PARENT;
import static vn.dvk.registration.domain.RegistrationReason.IDEMPOTENCY_KEY_REUSED;
import static vn.dvk.registration.domain.RegistrationReason.KIND_NOT_USED;
import static vn.dvk.registration.domain.RegistrationReason.NOTHING_TO_CHANGE;
import static vn.dvk.registration.domain.RegistrationReason.NOTHING_TO_CORRECT;
import static vn.dvk.registration.domain.RegistrationReason.NOT_EMPTIED;
import static vn.dvk.registration.domain.RegistrationReason.NOT_FORWARDABLE;
import static vn.dvk.registration.domain.RegistrationReason.NOT_FORWARDED;
import static vn.dvk.registration.domain.RegistrationReason.NOT_REGISTERED;
import static vn.dvk.registration.domain.RegistrationReason.NOT_SELECTED;
import static vn.dvk.registration.domain.RegistrationReason.NOT_SUBMITTABLE;
import static vn.dvk.registration.domain.RegistrationReason.NOT_SUBMITTED;
import static vn.dvk.registration.domain.RegistrationReason.NOT_UNDER_REVIEW;
import static vn.dvk.registration.domain.RegistrationReason.NO_PROPOSAL;
import static vn.dvk.registration.domain.RegistrationReason.OUTSIDE_PERIOD;
import static vn.dvk.registration.domain.RegistrationReason.PAPERS_INCOMPLETE;
import static vn.dvk.registration.domain.RegistrationReason.PROGRAMME_CLOSED;
import static vn.dvk.registration.domain.RegistrationReason.PROPOSAL_WAITING;
import static vn.dvk.registration.domain.RegistrationReason.REGISTRATION_INCOMPLETE;
import static vn.dvk.registration.domain.RegistrationReason.REGISTRATION_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.SAID_AND_EMPTIED;
import static vn.dvk.registration.domain.RegistrationReason.SUBJECT_NOT_USED;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_ONLY_TRANSFERRED;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_TRANSFERRED_SINCE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.registration.Registration.Known;
import vn.dvk.registration.domain.registration.Registration.Unknown;
import vn.dvk.registration.domain.registration.RegistrationCommand.Accept;
import vn.dvk.registration.domain.registration.RegistrationCommand.ApproveProposal;
import vn.dvk.registration.domain.registration.RegistrationCommand.Change;
import vn.dvk.registration.domain.registration.RegistrationCommand.Correct;
import vn.dvk.registration.domain.registration.RegistrationCommand.Disapprove;
import vn.dvk.registration.domain.registration.RegistrationCommand.FollowMergers;
import vn.dvk.registration.domain.registration.RegistrationCommand.Forward;
import vn.dvk.registration.domain.registration.RegistrationCommand.MakeVoid;
import vn.dvk.registration.domain.registration.RegistrationCommand.NoteRecognition;
import vn.dvk.registration.domain.registration.RegistrationCommand.NoteRevocation;
import vn.dvk.registration.domain.registration.RegistrationCommand.RejectProposal;
import vn.dvk.registration.domain.registration.RegistrationCommand.Return;
import vn.dvk.registration.domain.registration.RegistrationCommand.Select;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationCommand.SubmitRow;
import vn.dvk.registration.domain.registration.RegistrationCommand.Transfer;
import vn.dvk.registration.domain.registration.RegistrationCommand.UndoForward;
import vn.dvk.registration.domain.registration.RegistrationCommand.Withdraw;
import vn.dvk.registration.domain.registration.RegistrationEvent.Changed;
import vn.dvk.registration.domain.registration.RegistrationEvent.Corrected;
import vn.dvk.registration.domain.registration.RegistrationEvent.ForwardUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Forwarded;
import vn.dvk.registration.domain.registration.RegistrationEvent.NotApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.ProposalApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.ProposalRejected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Proposed;
import vn.dvk.registration.domain.registration.RegistrationEvent.RecognitionNoted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Registered;
import vn.dvk.registration.domain.registration.RegistrationEvent.Returned;
import vn.dvk.registration.domain.registration.RegistrationEvent.RevocationNoted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Selected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Submitted;
import vn.dvk.registration.domain.registration.RegistrationEvent.TransferUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Transferred;
import vn.dvk.registration.domain.registration.RegistrationEvent.Voided;
import vn.dvk.registration.domain.registration.RegistrationEvent.Withdrawn;
import vn.dvk.registration.domain.unit.Mergers;

/** The rules of registration. Asking for what is already so is nothing new, so a repeated request is harmless. */
public final class RegistrationDecider implements Decider<RegistrationCommand, Registration, RegistrationEvent> {

    /** Where a model comes from, which was always so. */
    private static final List<String> COMES_FROM = List.of("origin", "replicaOf", "continues");

    /** The day of the acceptance, as a correction names it. */
    private static final String REGISTERED_ON = "registeredOn";

    @Override
    public Registration initial() {
        return new Unknown();
    }

    @Override
    public Decision<RegistrationEvent> decide(RegistrationCommand command, Registration state) {
        return switch (state) {
            case Unknown() ->
                switch (command) {
                    case Submit(var draft, var on, var conditions) -> handIn(draft, on, conditions, null);
                    case SubmitRow(var draft, var on, var conditions) -> handIn(draft, on, conditions, null);
                    case Select _,
                            Return _,
                            Disapprove _,
                            Accept _,
                            Correct _,
                            Change _,
                            Transfer _,
                            Forward _,
                            UndoForward _,
                            MakeVoid _,
                            FollowMergers _,
                            ApproveProposal _,
                            RejectProposal _,
                            NoteRecognition _,
                            NoteRevocation _,
                            Withdraw _ -> refuse(REGISTRATION_UNKNOWN);
                };
            case Known known -> following(command, known);
        };
    }

    /** Of what is told of a merged unit late, it goes over at once. */
    private Decision<RegistrationEvent> following(RegistrationCommand command, Known state) {
        var mergers = mergers(command);
        return mergers == null
                ? decide(command, state)
                : switch (decide(command, state)) {
                    case Decision.Refused<RegistrationEvent> refused -> refused;
                    case Decision.Accepted<RegistrationEvent>(var events) when events.isEmpty() -> nothingNew();
                    case Decision.Accepted<RegistrationEvent>(var events) -> {
                        var all = new ArrayList<>(events);
                        Registration after = state;
                        for (var event : events) {
                            after = evolve(after, event);
                        }
                        if (after instanceof Known known) {
                            all.addAll(follow(mergers, known));
                        }
                        yield accept(all);
                    }
                };
    }

    /** Of what may make it, or make it once have been, a model of a unit that has been merged since. */
    private static @Nullable Mergers mergers(RegistrationCommand command) {
        return switch (command) {
            case Accept accepted -> accepted.mergers();
            case Correct correct -> correct.conditions().mergers();
            case Transfer transfer -> transfer.conditions().mergers();
            case ApproveProposal approval -> approval.conditions().mergers();
            case Submit _,
                    SubmitRow _,
                    Select _,
                    Return _,
                    Disapprove _,
                    Change _,
                    MakeVoid _,
                    Forward _,
                    UndoForward _,
                    FollowMergers _,
                    RejectProposal _,
                    NoteRecognition _,
                    NoteRevocation _,
                    Withdraw _ -> null;
        };
    }

    private static Decision<RegistrationEvent> decide(RegistrationCommand command, Known known) {
        return switch (command) {
            case Submit submit -> submit(submit, known);
            case SubmitRow row -> submitAgain(row, known);
            case Select select -> select(select, known);
            case Return returning -> giveBack(returning, known);
            case Disapprove disapproval -> disapprove(disapproval, known);
            case Accept accepted -> register(accepted, known);
            case Correct correct -> correct(correct, known);
            case Change change -> change(change, known);
            case Transfer transfer -> transfer(transfer, known);
            case Forward forward -> forward(forward, known);
            case UndoForward undo -> undo(undo, known);
            case MakeVoid(var on, var reason) -> makeVoid(on, reason, known);
            case FollowMergers(var mergers) -> accept(follow(mergers, known));
            case ApproveProposal approval -> approve(approval, known);
            case RejectProposal rejection -> reject(rejection, known);
            case NoteRecognition(var recognition) -> note(recognition, true, known);
            case NoteRevocation(var recognition) -> note(recognition, false, known);
            case Withdraw(var on, var reason) -> withdraw(on, reason, known);
        };
    }

    /** The same form, on the same day: then the request is a repeated one. */
    private static Decision<RegistrationEvent> submitAgain(SubmitRow command, Known state) {
        var same = state.began().equals(command.draft().began())
                && command.conditions()
                        .historic(state.form().programme())
                        .counted(command.on(), state.form().programme())
                        .on()
                        .equals(state.firstSubmittedOn());
        return same ? nothingNew() : refuse(IDEMPOTENCY_KEY_REUSED);
    }

    private static Decision<RegistrationEvent> handIn(
            Draft draft, Day said, Conditions conditions, @Nullable LocalDate before) {
        if (conditions.closedOn() != null) {
            return refuse(PROGRAMME_CLOSED, draft.form().programme(), conditions.closedOn());
        }
        var programme = draft.form().programme();
        var historic = conditions.historic(programme);
        var on = historic.counted(said, programme);
        var faults = Completeness.faults(draft.id(), draft.form(), conditions, on);
        faults.addAll(historic.faults(on, "", null, programme));
        return faults.isEmpty()
                ? notBefore(before, on.on(), new Submitted(draft.sealed(), on.on(), on.inexact()))
                : refuse(Refusal.of(REGISTRATION_INCOMPLETE, faults));
    }

    private static Decision<RegistrationEvent> submit(Submit command, Known state) {
        return switch (state.stage()) {
            case DRAFT, RETURNED -> handIn(command.draft(), command.on(), command.conditions(), state.lastOn());
            case SUBMITTED, SELECTED, REGISTERED ->
                command.conditions()
                                .historic(state.form().programme())
                                .counted(command.on(), state.form().programme())
                                .equals(state.gates().submitted())
                        ? nothingNew()
                        : refuse(NOT_SUBMITTABLE, state.stage());
            case NOT_APPROVED, WITHDRAWN, VOIDED -> over(state);
        };
    }

    private static Decision<RegistrationEvent> select(Select command, Known state) {
        var programme = state.form().programme();
        var on = command.historic().counted(command.on(), programme);
        var minutes = command.historic().counted(command.minutes(), programme);
        return switch (state.stage()) {
            case SUBMITTED -> {
                var faults = command.historic().faults(on, "minutes", minutes, programme);
                var closed = command.closings().refusal(on, programme);
                yield closed.isPresent()
                        ? refuse(closed.get())
                        : faults.isEmpty()
                                ? inOrder(on.on(), state, new Selected(on.on(), minutes, on.inexact()))
                                : refuse(Refusal.of(PAPERS_INCOMPLETE, faults));
            }
            case SELECTED, REGISTERED ->
                on.equals(state.gates().selected())
                                && Objects.equals(minutes, state.gates().minutes())
                        ? nothingNew()
                        : refuse(NOT_SUBMITTED, state.stage());
            case DRAFT, RETURNED -> refuse(NOT_SUBMITTED, state.stage());
            case NOT_APPROVED, WITHDRAWN, VOIDED -> over(state);
        };
    }

    private static Decision<RegistrationEvent> register(Accept command, Known state) {
        var programme = state.form().programme();
        var on = command.historic().counted(command.on(), programme);
        var approval = Objects.requireNonNull(command.historic().counted(command.approval(), programme));
        return switch (state.stage()) {
            case SELECTED -> {
                var missing = command.historic().faults(on, "approval", approval, programme);
                var faults = Completeness.level(state.form(), command.levels(), on);
                var closed = command.closings().refusal(on, programme);
                if (closed.isPresent()) {
                    yield refuse(closed.get());
                }
                yield !missing.isEmpty()
                        ? refuse(Refusal.of(PAPERS_INCOMPLETE, missing))
                        : faults.isEmpty()
                                ? inOrder(on.on(), state, new Registered(on.on(), approval, on.inexact()))
                                : refuse(Refusal.of(REGISTRATION_INCOMPLETE, faults));
            }
            case REGISTERED ->
                on.equals(state.gates().registered())
                                && approval.equals(state.gates().approval())
                        ? nothingNew()
                        : refuse(NOT_SELECTED, state.stage());
            case DRAFT, SUBMITTED, RETURNED -> refuse(NOT_SELECTED, state.stage());
            case NOT_APPROVED, WITHDRAWN, VOIDED -> over(state);
        };
    }

    private static Decision<RegistrationEvent> giveBack(Return command, Known state) {
        var reason = command.reason();
        return switch (state.stage()) {
            case SUBMITTED, SELECTED ->
                asKnown(
                        command.on(),
                        command.historic(),
                        state,
                        on -> inOrder(on.on(), state, new Returned(on.on(), reason, on.inexact())));
            case RETURNED -> reason.equals(state.lastReason()) ? nothingNew() : refuse(NOT_UNDER_REVIEW, state.stage());
            case DRAFT, REGISTERED -> refuse(NOT_UNDER_REVIEW, state.stage());
            case NOT_APPROVED, WITHDRAWN, VOIDED -> over(state);
        };
    }

    private static Decision<RegistrationEvent> disapprove(Disapprove command, Known state) {
        var reason = command.reason();
        return switch (state.stage()) {
            case SUBMITTED, SELECTED ->
                asKnown(
                        command.on(),
                        command.historic(),
                        state,
                        on -> inOrder(on.on(), state, new NotApproved(on.on(), reason, on.inexact())));
            case NOT_APPROVED -> reason.equals(state.lastReason()) ? nothingNew() : over(state);
            case DRAFT, RETURNED, REGISTERED -> refuse(NOT_UNDER_REVIEW, state.stage());
            case WITHDRAWN, VOIDED -> over(state);
        };
    }

    /** On the day that counts in its programme; less than a day is known in a historic one only. */
    private static Decision<RegistrationEvent> asKnown(
            Day said, Historic historic, Known state, Function<Day, Decision<RegistrationEvent>> decision) {
        var programme = state.form().programme();
        var on = historic.counted(said, programme);
        var faults = historic.faults(on, "", null, programme);
        return faults.isEmpty() ? decision.apply(on) : refuse(Refusal.of(PAPERS_INCOMPLETE, faults));
    }

    private static Decision<RegistrationEvent> correct(Correct command, Known state) {
        return ifWasRegistered(
                state,
                () -> revise(
                        command.toProposal(),
                        command.whole() == null ? state.toCorrect(command.values()) : command.whole(),
                        command.conditions(),
                        command.alone(),
                        state));
    }

    private static Decision<RegistrationEvent> change(Change command, Known state) {
        return ifRegistered(
                state,
                () -> revise(
                        command.toProposal(),
                        whole(command.whole(), state),
                        command.conditions(),
                        command.alone(),
                        state));
    }

    private static Form whole(@Nullable Form given, Known state) {
        return given == null ? state.form() : given;
    }

    /** What a council has recognized, an officer alone only proposes to put right or to change. */
    private static Decision<RegistrationEvent> revise(
            Proposal what, Form was, Conditions conditions, boolean alone, Known state) {
        var waiting = state.since().proposal();
        if (!alone || !state.since().isRecognized()) {
            return carryOut(what, was, conditions, state);
        }
        var kept = what.sealed(what.values().appliedTo(was), state.id());
        if (kept.equals(waiting)) {
            return nothingNew();
        }
        return switch (carryOut(what, was, conditions, state)) {
            case Decision.Refused<RegistrationEvent> refused -> refused;
            case Decision.Accepted<RegistrationEvent> _ ->
                waiting == null ? accept(new Proposed(kept)) : refuse(PROPOSAL_WAITING);
        };
    }

    private static Decision<RegistrationEvent> carryOut(Proposal what, Form was, Conditions conditions, Known state) {
        return switch (what.kind()) {
            case CORRECTION -> putRight(what, was, conditions, state);
            case CHANGE -> ifRegistered(state, () -> putAnew(what, was, conditions, state));
        };
    }

    /**
     * Checked as at its registration: its unit may have been dissolved and the programme may have ended since. Who led it
     * then is put right before the mergers that took it along, which are told anew of the right unit.
     */
    private static Decision<RegistrationEvent> putRight(Proposal what, Form was, Conditions conditions, Known state) {
        var values = what.values();
        var right = values.appliedTo(was);
        var accepted = accepted(values, conditions, state);
        var fields = new ArrayList<>(right.differingFrom(was));
        fields.addAll(differing(accepted, state));
        if (fields.isEmpty()) {
            return refuse(NOTHING_TO_CORRECT);
        }
        var closed = closedBefore(accepted, fields, conditions, state);
        if (closed.isPresent()) {
            return refuse(closed.get());
        }
        var faults = Completeness.faults(
                state.id(), right, checked(fields), conditions, accepted.day().on());
        faults.addAll(unmapped(right, fields, state));
        faults.addAll(emptied(values, right));
        faults.addAll(ofAcceptance(accepted, conditions, state));
        var back = was.unit().equals(state.form().unit()) ? List.<TransferUndone>of() : state.backToTheFirst();
        if (fields.contains("unit") && back.isEmpty() && state.since().lastTransfer() != null) {
            faults.add(Fault.of("unit", UNIT_TRANSFERRED_SINCE));
        }
        if (was.replication() != null) {
            // Whoever told of it waits for a copy of that model.
            if (fields.contains("origin")) {
                faults.add(Fault.of("origin", FIELD_FIXED, was.origin()));
            }
            if (fields.contains("replicaOf")) {
                faults.add(Fault.of("replicaOf", FIELD_FIXED, String.valueOf(was.replicaOf())));
            }
        }
        if (!faults.isEmpty()) {
            return refuse(Refusal.of(REGISTRATION_INCOMPLETE, faults));
        }
        var corrected = new Corrected(
                what.on(),
                fields,
                what.reason(),
                what.paper(),
                right.sealed(state.id()),
                differing(accepted, state).isEmpty() ? null : accepted);
        return switch (notBefore(accepted.day().first(), what.on(), corrected)) {
            case Decision.Refused<RegistrationEvent> refused -> refused;
            case Decision.Accepted<RegistrationEvent>(var events) -> {
                var all = new ArrayList<RegistrationEvent>(back);
                all.addAll(events);
                yield accept(all);
            }
        };
    }

    /** As it should have been told; as it was, if the correction says nothing of it. */
    private static Accepted accepted(NewValues values, Conditions conditions, Known state) {
        var gates = state.gates();
        var said = values.accepted();
        if (said == null) {
            return Accepted.of(
                    Objects.requireNonNull(gates.registered(), "it was registered"),
                    Objects.requireNonNull(gates.approval(), "it was registered"));
        }
        var programme = state.form().programme();
        var historic = conditions.historic(programme);
        return Accepted.of(
                historic.counted(said.day(), programme),
                Objects.requireNonNull(historic.counted(said.approval(), programme)));
    }

    private static List<String> differing(Accepted accepted, Known state) {
        var fields = new ArrayList<String>();
        if (!accepted.day().equals(state.gates().registered())) {
            fields.add(REGISTERED_ON);
        }
        if (!accepted.approval().equals(state.gates().approval())) {
            fields.add("approval");
        }
        return fields;
    }

    /** On another day other levels are in force, other units there, and other entries earlier. */
    private static Set<String> checked(List<String> fields) {
        var checked = new HashSet<>(fields);
        if (fields.contains(REGISTERED_ON)) {
            checked.addAll(List.of("unit", "level", "continues", "replicaOf", "owners"));
        }
        return checked;
    }

    private static Optional<Refusal> closedBefore(
            Accepted accepted, List<String> fields, Conditions conditions, Known state) {
        var closedOn = conditions.closedOn();
        var programme = state.form().programme();
        return closedOn == null || !fields.contains(REGISTERED_ON)
                ? Optional.empty()
                : new Closings(Map.of(programme, closedOn)).refusal(accepted.day(), programme);
    }

    /** Neither before it was selected nor after what has been told of it since. */
    private static List<Fault> ofAcceptance(Accepted accepted, Conditions conditions, Known state) {
        if (differing(accepted, state).isEmpty()) {
            return List.of();
        }
        var programme = state.form().programme();
        var day = accepted.day();
        var faults = conditions
                .historic(programme)
                .faults("accepted.on", day, "accepted.approval", accepted.approval(), programme);
        var selected = state.gates().selected();
        if (selected != null && day.on().isBefore(selected.first())) {
            faults.add(Fault.of("accepted.on", DATE_BEFORE_PREVIOUS, day.on(), selected.first()));
        }
        Stream.concat(
                        state.since().first().stream(),
                        state.stage() == Registration.Stage.WITHDRAWN
                                ? Stream.ofNullable(state.lastOn())
                                : Stream.empty())
                .filter(next -> day.first().isAfter(next))
                .min(Comparator.naturalOrder())
                .ifPresent(next -> faults.add(Fault.of("accepted.on", DATE_AFTER_NEXT, day.on(), next)));
        return faults;
    }

    /** Only what need not be said, and is not said in the same breath. */
    private static List<Fault> emptied(NewValues values, Form right) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < values.empty().size(); i++) {
            var name = values.empty().get(i);
            if (!NewValues.CAN_BE_EMPTIED.contains(name)) {
                faults.add(
                        Fault.of("empty[" + i + "]", NOT_EMPTIED, name, String.join(", ", NewValues.CAN_BE_EMPTIED)));
            } else if (!right.lacks(name)) {
                faults.add(Fault.of("empty[" + i + "]", SAID_AND_EMPTIED, name));
            }
        }
        return faults;
    }

    /** Checked as on the day from which it holds, and only what is new: the rest was right when it was said. */
    private static Decision<RegistrationEvent> putAnew(Proposal what, Form was, Conditions conditions, Known state) {
        var changed = what.values().appliedTo(was);
        var fields = changed.differingFrom(was);
        if (fields.isEmpty()) {
            return refuse(NOTHING_TO_CHANGE);
        }
        var faults = Completeness.faults(state.id(), changed, Set.copyOf(fields), conditions, what.on());
        faults.addAll(unmapped(changed, fields, state));
        faults.addAll(emptied(what.values(), changed));
        if (what.values().accepted() != null) {
            faults.add(Fault.of("accepted", ACCEPTED_ONLY_CORRECTED));
        }
        COMES_FROM.stream()
                .filter(fields::contains)
                .forEach(field -> faults.add(Fault.of(field, CONTINUES_ONLY_CORRECTED)));
        if (fields.contains("unit")) {
            faults.add(Fault.of("unit", UNIT_ONLY_TRANSFERRED, state.form().unit()));
        }
        var before = state.since().changedOn();
        return faults.isEmpty()
                ? notBefore(
                        before == null ? state.gates().notBefore() : before,
                        what.on(),
                        new Changed(what.on(), fields, what.reason(), what.paper(), changed.sealed(state.id())))
                : refuse(Refusal.of(REGISTRATION_INCOMPLETE, faults));
    }

    /** Decided anew: what has happened since it was proposed may stand against it. */
    private static Decision<RegistrationEvent> approve(ApproveProposal command, Known state) {
        return ifWasRegistered(state, () -> {
            var waiting = state.since().proposal();
            return waiting == null
                    ? refuse(NO_PROPOSAL)
                    : switch (carryOut(
                            command.values() == null ? waiting : waiting.with(command.values()),
                            command.whole() == null ? state.toRevise(waiting) : command.whole(),
                            command.conditions(),
                            state)) {
                        case Decision.Refused<RegistrationEvent> refused -> refused;
                        case Decision.Accepted<RegistrationEvent>(var events) -> {
                            var all = new ArrayList<RegistrationEvent>();
                            all.add(new ProposalApproved(command.on()));
                            all.addAll(events);
                            yield accept(all);
                        }
                    };
        });
    }

    private static Decision<RegistrationEvent> reject(RejectProposal command, Known state) {
        return ifWasRegistered(
                state,
                () -> state.since().proposal() == null
                        ? refuse(NO_PROPOSAL)
                        : accept(new ProposalRejected(command.on(), command.reason())));
    }

    /** What another service tells is so, and is only noted. */
    private static Decision<RegistrationEvent> note(String recognition, boolean inForce, Known state) {
        if (state.since().recognitions().contains(recognition) == inForce) {
            return nothingNew();
        }
        return accept(inForce ? new RecognitionNoted(recognition) : new RevocationNoted(recognition));
    }

    /** The new unit has to be there on the day from which it leads, not on the day of the registration. */
    private static Decision<RegistrationEvent> transfer(Transfer command, Known state) {
        return ifRegistered(
                state,
                () -> asKnown(
                        command.on(),
                        command.conditions().historic(state.form().programme()),
                        state,
                        on -> transfer(command, on, state)));
    }

    private static Decision<RegistrationEvent> transfer(Transfer command, Day on, Known state) {
        var from = state.form().unit();
        var before = state.since().lastTransfer();
        if (command.unit().equals(from)) {
            return before != null && on.equals(before.day()) ? nothingNew() : refuse(ALREADY_THERE, from);
        }
        var there = NewValues.ofUnit(command.unit()).appliedTo(state.form());
        var faults = Completeness.faults(state.id(), there, Set.of("unit"), command.conditions(), on.on());
        return faults.isEmpty()
                ? notBefore(
                        later(
                                state.gates().notBefore(),
                                before == null ? null : before.day().first()),
                        on.on(),
                        new Transferred(
                                on.on(), from, command.unit(), command.reason(), command.paper(), null, on.inexact()))
                : refuse(Refusal.of(REGISTRATION_INCOMPLETE, faults));
    }

    /** The one above counts it by its own fields, kinds and subjects; what it counts by its own it must have. */
    private static Decision<RegistrationEvent> forward(Forward command, Known state) {
        return ifRegistered(state, () -> {
            var programme = command.programme();
            for (var before : state.since().forwarded()) {
                if (before.programme().equals(programme)) {
                    return before.on().equals(command.on()) && Objects.equals(before.paper(), command.paper())
                            ? nothingNew()
                            : refuse(ALREADY_FORWARDED, state.code(), programme, before.on());
                }
            }
            var destination = command.destination();
            if (!programme.equals(destination.programme())) {
                return refuse(Refusal.of(
                        NOT_FORWARDABLE,
                        List.of(Fault.of(
                                "programme",
                                FORWARD_NOT_TO_PARENT,
                                programme,
                                state.uppermost(),
                                Objects.requireNonNullElse(destination.programme(), "–")))));
            }
            if (destination.closedOn() != null) {
                return refuse(PROGRAMME_CLOSED, programme, destination.closedOn());
            }
            var fields = mappings(state, destination);
            var faults = unfit(command.on(), fields, destination, state);
            var before = state.since().forwarded();
            return faults.isEmpty()
                    ? notBefore(
                            before.isEmpty()
                                    ? state.gates().notBefore()
                                    : before.getLast().on(),
                            command.on(),
                            new Forwarded(command.on(), programme, fields, command.paper()))
                    : refuse(Refusal.of(NOT_FORWARDABLE, faults));
        });
    }

    /** The programme above never counted it. What rests on that, a further one above, is undone before. */
    private static Decision<RegistrationEvent> undo(UndoForward command, Known state) {
        return ifRegistered(state, () -> {
            var forwarded = state.since().forwarded();
            var found = forwarded.stream()
                    .filter(one -> one.programme().equals(command.programme()))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                var before = state.since().undone();
                return before != null
                                && before.what().programme().equals(command.programme())
                                && before.on().equals(command.on())
                                && before.reason().equals(command.reason())
                        ? nothingNew()
                        : refuse(NOT_FORWARDED, state.code(), command.programme());
            }
            var last = forwarded.getLast();
            return found.equals(last)
                    ? notBefore(found.on(), command.on(), new ForwardUndone(command.on(), found, command.reason()))
                    : refuse(FORWARDED_FURTHER, state.code(), command.programme(), last.programme());
        });
    }

    /** From the entry's own fields to those of the programme above, over any in between. */
    private static List<FieldMapping> mappings(Known state, Destination destination) {
        var before = state.since().forwarded();
        var sofar = before.isEmpty()
                ? destination.fields().keySet().stream()
                        .sorted()
                        .map(field -> new FieldMapping(field, field))
                        .toList()
                : before.getLast().fields();
        return sofar.stream()
                .filter(one -> destination.fields().containsKey(one.as()))
                .map(one -> new FieldMapping(
                        one.field(), Objects.requireNonNull(destination.fields().get(one.as()))))
                .filter(one -> destination.theirs().contains(one.as()))
                .toList();
    }

    private static List<Fault> unfit(LocalDate on, List<FieldMapping> fields, Destination destination, Known state) {
        var faults = new ArrayList<Fault>();
        var form = state.form();
        if (on.isBefore(destination.from()) || on.isAfter(destination.to())) {
            faults.add(Fault.of("on", OUTSIDE_PERIOD, on, destination.from(), destination.to()));
        }
        if (fields.stream().noneMatch(one -> one.field().equals(form.field()))) {
            faults.add(Fault.of("field", FIELD_NOT_MAPPED, String.valueOf(form.field()), state.uppermost()));
        }
        if (form.kind() != null && !destination.kinds().contains(form.kind())) {
            faults.add(Fault.of("kind", KIND_NOT_USED, form.kind(), destination.kinds()));
        }
        if (form.subject() != null && !destination.subjects().contains(form.subject())) {
            faults.add(Fault.of("subject", SUBJECT_NOT_USED, form.subject(), destination.subjects()));
        }
        Completeness.combination(form.kind(), form.subject(), destination.combinations())
                .ifPresent(faults::add);
        return faults;
    }

    /** A field that a programme above would not know how to count. */
    private static List<Fault> unmapped(Form form, List<String> fields, Known state) {
        return state.since().forwarded().stream()
                .filter(forwarded -> fields.contains("field")
                        && forwarded.fields().stream()
                                .noneMatch(one -> one.field().equals(form.field())))
                .map(forwarded -> Fault.of("field", FIELD_NOT_MAPPED, String.valueOf(form.field()), form.programme()))
                .limit(1)
                .toList();
    }

    /**
     * What has to happen so that it is led by whoever stands in its unit's place. The day it goes over is the successor's
     * first, also if it was registered only then.
     */
    private static List<RegistrationEvent> follow(Mergers mergers, Known state) {
        var events = new ArrayList<RegistrationEvent>();
        var now = state;
        if (state.gates().registeredOn() != null && state.stage() != Registration.Stage.VOIDED) {
            for (var transfer : state.since().transfers().reversed()) {
                var succession = transfer.succession();
                if (succession != null && mergers.annulled().contains(succession)) {
                    var undone = new TransferUndone(
                            transfer.on(), now.form().unit(), now.since().unitWithout(transfer), succession);
                    events.add(undone);
                    now = now.notTransferred(undone);
                }
            }
        }
        if (state.stage() == Registration.Stage.REGISTERED) {
            for (var merger : mergers.after(now.form().unit())) {
                if (now.since().transferBy(merger.succession()).isEmpty()) {
                    var transferred = new Transferred(
                            merger.effective(),
                            merger.from(),
                            merger.to(),
                            null,
                            merger.decision(),
                            merger.succession());
                    events.add(transferred);
                    now = now.transferred(transferred);
                }
            }
        }
        return events;
    }

    /** What was never registered needs no voiding: it is withdrawn. */
    private static Decision<RegistrationEvent> makeVoid(LocalDate on, String reason, Known state) {
        var registeredOn = state.gates().registeredOn();
        return switch (state.stage()) {
            case REGISTERED -> notBefore(state.gates().notBefore(), on, new Voided(on, reason));
            case WITHDRAWN ->
                registeredOn == null ? over(state) : notBefore(state.gates().notBefore(), on, new Voided(on, reason));
            case VOIDED -> reason.equals(state.lastReason()) ? nothingNew() : over(state);
            case NOT_APPROVED -> over(state);
            case DRAFT, SUBMITTED, SELECTED, RETURNED -> refuse(NOT_REGISTERED, state.stage());
        };
    }

    private static Decision<RegistrationEvent> ifRegistered(
            Known state, Supplier<Decision<RegistrationEvent>> decision) {
        return switch (state.stage()) {
            case REGISTERED -> decision.get();
            case DRAFT, SUBMITTED, SELECTED, RETURNED -> refuse(NOT_REGISTERED, state.stage());
            case NOT_APPROVED, WITHDRAWN, VOIDED -> over(state);
        };
    }

    /** What was withdrawn has a past too, and that can have been told wrongly. */
    private static Decision<RegistrationEvent> ifWasRegistered(
            Known state, Supplier<Decision<RegistrationEvent>> decision) {
        return state.stage() == Registration.Stage.WITHDRAWN && state.gates().registered() != null
                ? decision.get()
                : ifRegistered(state, decision);
    }

    private static Decision<RegistrationEvent> withdraw(LocalDate on, String reason, Known state) {
        return switch (state.stage()) {
            case DRAFT, SUBMITTED, SELECTED, RETURNED, REGISTERED -> inOrder(on, state, new Withdrawn(on, reason));
            case WITHDRAWN -> reason.equals(state.lastReason()) ? nothingNew() : over(state);
            case NOT_APPROVED, VOIDED -> over(state);
        };
    }

    /** Late entry is normal, so dates are what the papers say; but nothing happens before what led to it. */
    private static Decision<RegistrationEvent> inOrder(LocalDate on, Known state, RegistrationEvent event) {
        return notBefore(state.lastOn(), on, event);
    }

    private static Decision<RegistrationEvent> notBefore(
            @Nullable LocalDate earliest, LocalDate on, RegistrationEvent event) {
        return earliest != null && on.isBefore(earliest) ? refuse(DATE_BEFORE_PREVIOUS, on, earliest) : accept(event);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    /** Nothing more happens to it, and the refusal says why. */
    private static Decision<RegistrationEvent> over(Known state) {
        return refuse(
                switch (state.stage()) {
                    case NOT_APPROVED -> RegistrationReason.NOT_APPROVED;
                    case VOIDED -> RegistrationReason.VOIDED;
                    case DRAFT, SUBMITTED, SELECTED, RETURNED, REGISTERED, WITHDRAWN -> RegistrationReason.WITHDRAWN;
                },
                state.code());
    }

    @Override
    public Registration evolve(Registration state, RegistrationEvent event) {
        return switch (event) {
            case Submitted(var draft, var on, var precision)
            when state instanceof Unknown -> Known.of(draft).submitted(draft.form(), Day.of(on, precision));
            case Submitted(var draft, var on, var precision)
            when state instanceof Known known -> known.submitted(draft.form(), Day.of(on, precision));
            case Selected(var on, var minutes, var precision)
            when state instanceof Known known -> known.selected(Day.of(on, precision), minutes);
            case Returned(var on, var reason, var precision)
            when state instanceof Known known -> known.returned(Day.of(on, precision), reason);
            case Registered(var on, var approval, var precision)
            when state instanceof Known known -> known.registered(Day.of(on, precision), approval);
            case Corrected corrected
            when state instanceof Known known ->
                known.corrected(corrected.form(), corrected.accepted(), corrected.reason());
            case Changed changed
            when state instanceof Known known -> known.changed(changed.on(), changed.form(), changed.reason());
            case Transferred transferred when state instanceof Known known -> known.transferred(transferred);
            case Forwarded forwarded when state instanceof Known known -> known.forwarded(forwarded);
            case ForwardUndone undone when state instanceof Known known -> known.notForwarded(undone);
            case TransferUndone undone when state instanceof Known known -> known.notTransferred(undone);
            case RecognitionNoted(var recognition)
            when state instanceof Known known -> known.with(known.since().recognized(recognition));
            case RevocationNoted(var recognition)
            when state instanceof Known known -> known.with(known.since().notRecognized(recognition));
            case Proposed(var proposal)
            when state instanceof Known known -> known.with(known.since().proposed(proposal));
            case ProposalApproved _
            when state instanceof Known known -> known.with(known.since().proposed(null));
            case ProposalRejected(var _, var reason) when state instanceof Known known -> known.rejected(reason);
            case NotApproved(var on, var reason, var precision)
            when state instanceof Known known ->
                known.ended(
                        Registration.Stage.NOT_APPROVED, Day.of(on, precision).first(), reason);
            case Voided(var on, var reason)
            when state instanceof Known known -> known.ended(Registration.Stage.VOIDED, on, reason);
            case Withdrawn(var on, var reason)
            when state instanceof Known known -> known.ended(Registration.Stage.WITHDRAWN, on, reason);
            case Submitted _,
                    Selected _,
                    Returned _,
                    NotApproved _,
                    Registered _,
                    Corrected _,
                    Changed _,
                    Transferred _,
                    Forwarded _,
                    ForwardUndone _,
                    TransferUndone _,
                    Voided _,
                    RecognitionNoted _,
                    RevocationNoted _,
                    Proposed _,
                    ProposalApproved _,
                    ProposalRejected _,
                    Withdrawn _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
