package vn.dvk.registration.domain.programme;

import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;
import static vn.dvk.registration.domain.RegistrationReason.CODE_TWICE;
import static vn.dvk.registration.domain.RegistrationReason.COMBINATION_OUTSIDE;
import static vn.dvk.registration.domain.RegistrationReason.CUT_OFF_BEFORE_START;
import static vn.dvk.registration.domain.RegistrationReason.DATE_BEFORE_PREVIOUS;
import static vn.dvk.registration.domain.RegistrationReason.DEADLINE_REASON;
import static vn.dvk.registration.domain.RegistrationReason.FIELD_WITHOUT_PARENT;
import static vn.dvk.registration.domain.RegistrationReason.HOST_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.INTAKE_REASON;
import static vn.dvk.registration.domain.RegistrationReason.NO_PROGRAMME;
import static vn.dvk.registration.domain.RegistrationReason.OUTSIDE_PERIOD;
import static vn.dvk.registration.domain.RegistrationReason.PARENT_FIELD_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.PARENT_PROGRAMME_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.PERIOD_REVERSED;
import static vn.dvk.registration.domain.RegistrationReason.PROGRAMME_CLOSED;
import static vn.dvk.registration.domain.RegistrationReason.PROGRAMME_INVALID;
import static vn.dvk.registration.domain.RegistrationReason.PROGRAMME_OWN_PARENT;
import static vn.dvk.registration.domain.RegistrationReason.PROGRAMME_PARENT_BELOW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.Combination;
import vn.dvk.registration.domain.programme.Programme.Running;
import vn.dvk.registration.domain.programme.Programme.Unknown;
import vn.dvk.registration.domain.programme.ProgrammeCommand.Close;
import vn.dvk.registration.domain.programme.ProgrammeCommand.LayDown;
import vn.dvk.registration.domain.programme.ProgrammeCommand.Reopen;
import vn.dvk.registration.domain.programme.ProgrammeCommand.SetIntake;
import vn.dvk.registration.domain.programme.ProgrammeCommand.SetTargets;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Changed;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Closed;
import vn.dvk.registration.domain.programme.ProgrammeEvent.IntakeSet;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Launched;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Reopened;
import vn.dvk.registration.domain.programme.ProgrammeEvent.TargetsSet;

/** The rules about programmes. Laying down the same settings again is nothing new. */
public final class ProgrammeDecider implements Decider<ProgrammeCommand, Programme, ProgrammeEvent> {

    @Override
    public Programme initial() {
        return new Unknown();
    }

    @Override
    public Decision<ProgrammeEvent> decide(ProgrammeCommand command, Programme state) {
        return switch (command) {
            case LayDown layDown -> layDown(layDown, state);
            case SetIntake(var intake, var reason) -> ifRunning(state, running -> setIntake(intake, reason, running));
            case SetTargets(var targets, var faults) ->
                ifRunning(state, running -> setTargets(targets, faults, running));
            case Close(var on) -> ifRunning(state, running -> close(on, running));
            case Reopen(var on, var reason) -> ifRunning(state, running -> reopen(on, reason, running));
        };
    }

    private static Decision<ProgrammeEvent> layDown(LayDown command, Programme state) {
        var settings = command.settings();
        var faults = faults(settings, command.hostKnown());
        faults.addAll(parent(command));
        faults.addAll(command.wrongWords());
        if (state instanceof Running running && running.settings().equals(settings)) {
            return nothingNew();
        }
        return switch (state) {
            case Unknown() -> unlessFaults(faults, new Launched(command.code(), settings));
            case Running running -> {
                var moved = movedDeadlines(running.settings().steps(), settings.steps());
                if (command.reason() == null) {
                    moved.forEach(step -> faults.add(Fault.of("reason", DEADLINE_REASON, step)));
                }
                yield unlessFaults(faults, new Changed(settings, moved.isEmpty() ? null : command.reason()));
            }
        };
    }

    private static Decision<ProgrammeEvent> unlessFaults(List<Fault> faults, ProgrammeEvent event) {
        return faults.isEmpty() ? accept(event) : refuse(Refusal.of(PROGRAMME_INVALID, faults));
    }

    /** The first step of those that were there before whose deadline is another one; whoever waits for it is told why. */
    private static List<String> movedDeadlines(List<StepDefinition> before, List<StepDefinition> now) {
        return now.stream()
                .filter(step -> before.stream().anyMatch(old -> old.code().equals(step.code()) && !old.isDueLike(step)))
                .map(StepDefinition::code)
                .limit(1)
                .toList();
    }

    private static Decision<ProgrammeEvent> ifRunning(
            Programme state, Function<Running, Decision<ProgrammeEvent>> decision) {
        return switch (state) {
            case Unknown() -> refuse(NO_PROGRAMME);
            case Running running -> decision.apply(running);
        };
    }

    /** Whoever has kept the first date is told why it no longer holds. */
    private static Decision<ProgrammeEvent> setIntake(Intake intake, @Nullable String reason, Running state) {
        if (intake.equals(state.intake())) {
            return nothingNew();
        }
        var faults = new ArrayList<Fault>();
        var settings = state.settings();
        if (intake.to().isBefore(intake.from())) {
            faults.add(Fault.of("to", PERIOD_REVERSED, intake.from()));
        }
        if (intake.from().isBefore(settings.from()) || intake.from().isAfter(settings.to())) {
            faults.add(Fault.of("from", OUTSIDE_PERIOD, intake.from(), settings.from(), settings.to()));
        }
        if (intake.to().isAfter(settings.to())) {
            faults.add(Fault.of("to", OUTSIDE_PERIOD, intake.to(), settings.from(), settings.to()));
        }
        if (state.intake() != null && reason == null) {
            faults.add(Fault.of("reason", INTAKE_REASON));
        }
        return unlessFaults(faults, new IntakeSet(intake, reason));
    }

    private static Decision<ProgrammeEvent> setTargets(Targets targets, List<Fault> faults, Running state) {
        if (targets.equals(state.targets())) {
            return nothingNew();
        }
        return unlessFaults(faults, new TargetsSet(targets));
    }

    private static Decision<ProgrammeEvent> close(LocalDate on, Running state) {
        var closedOn = state.closedOn();
        if (closedOn != null) {
            return on.equals(closedOn) ? nothingNew() : refuse(PROGRAMME_CLOSED, state.code(), closedOn);
        }
        var from = state.settings().from();
        return on.isBefore(from) ? refuse(DATE_BEFORE_PREVIOUS, on, from) : accept(new Closed(on));
    }

    private static Decision<ProgrammeEvent> reopen(LocalDate on, String reason, Running state) {
        var closedOn = state.closedOn();
        if (closedOn == null) {
            return nothingNew();
        }
        return on.isBefore(closedOn) ? refuse(DATE_BEFORE_PREVIOUS, on, closedOn) : accept(new Reopened(on, reason));
    }

    /** It is there, not below this one, and knows every field that is counted there. */
    private static List<Fault> parent(LayDown command) {
        var fields = command.settings().fields();
        var parent = command.settings().parent();
        if (parent == null) {
            return IntStream.range(0, fields.size())
                    .filter(i -> fields.get(i).parentField() != null)
                    .mapToObj(i -> Fault.of("fields[" + i + "].parentField", FIELD_WITHOUT_PARENT))
                    .toList();
        }
        if (parent.equals(command.code())) {
            return List.of(Fault.of("parent", PROGRAMME_OWN_PARENT, parent));
        }
        if (command.above().isEmpty()) {
            return List.of(Fault.of("parent", PARENT_PROGRAMME_UNKNOWN, parent));
        }
        if (command.above().stream().anyMatch(one -> one.code().equals(command.code()))) {
            return List.of(Fault.of("parent", PROGRAMME_PARENT_BELOW, parent, command.code()));
        }
        var theirs = command.above().getFirst().settings().fieldCodes();
        return IntStream.range(0, fields.size())
                .filter(i -> !theirs.contains(fields.get(i).countsAs()))
                .mapToObj(i -> Fault.of(
                        "fields[" + i + "].parentField",
                        PARENT_FIELD_UNKNOWN,
                        fields.get(i).countsAs(),
                        parent,
                        String.join(", ", theirs.stream().sorted().toList())))
                .toList();
    }

    private static List<Fault> faults(Settings settings, boolean hostKnown) {
        var faults = new ArrayList<Fault>();
        if (!hostKnown) {
            faults.add(Fault.of("host", HOST_UNKNOWN, settings.host()));
        }
        if (settings.to().isBefore(settings.from())) {
            faults.add(Fault.of("to", PERIOD_REVERSED, settings.from()));
        }
        if (settings.cutOff().isBefore(settings.from())) {
            faults.add(Fault.of("cutOff", CUT_OFF_BEFORE_START, settings.from()));
        }
        twice(settings.fields(), Settings.Field::code)
                .forEach(code -> faults.add(Fault.of("fields", CODE_TWICE, code)));
        twice(settings.steps(), StepDefinition::code).forEach(code -> faults.add(Fault.of("steps", CODE_TWICE, code)));
        twice(settings.required(), name -> name).forEach(name -> faults.add(Fault.of("required", CODE_TWICE, name)));
        faults.addAll(combinations(settings));
        return faults;
    }

    /** Of what the programme takes at all; each once. */
    private static List<Fault> combinations(Settings settings) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < settings.combinations().size(); i++) {
            var one = settings.combinations().get(i);
            if (!settings.kinds().contains(one.kind())) {
                faults.add(Fault.of("combinations[" + i + "].kind", COMBINATION_OUTSIDE, one.kind(), "kinds"));
            }
            if (!settings.subjects().contains(one.subject())) {
                faults.add(Fault.of("combinations[" + i + "].subject", COMBINATION_OUTSIDE, one.subject(), "subjects"));
            }
        }
        twice(settings.combinations(), Combination::toString)
                .forEach(one -> faults.add(Fault.of("combinations", CODE_TWICE, one)));
        return faults;
    }

    private static <T> List<String> twice(List<T> all, Function<T, String> code) {
        var seen = new HashSet<String>();
        return all.stream().map(code).filter(one -> !seen.add(one)).distinct().toList();
    }

    @Override
    public Programme evolve(Programme state, ProgrammeEvent event) {
        return switch (event) {
            case Launched(var code, var settings) when state instanceof Unknown -> Running.launched(code, settings);
            case Changed(var settings, var _) when state instanceof Running running -> running.with(settings);
            case IntakeSet(var intake, var _) when state instanceof Running running -> running.with(intake);
            case TargetsSet(var targets) when state instanceof Running running -> running.with(targets);
            case Closed(var on) when state instanceof Running running -> running.closed(on);
            case Reopened _ when state instanceof Running running -> running.closed(null);
            case Launched _, Changed _, IntakeSet _, TargetsSet _, Closed _, Reopened _ ->
                throw new ImpossibleHistory(state, event);
        };
    }
}
