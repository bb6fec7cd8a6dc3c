package vn.dvk.registration.domain.programme;

import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;
import static vn.dvk.registration.domain.RegistrationReason.CODE_TWICE;
import static vn.dvk.registration.domain.RegistrationReason.CUT_OFF_BEFORE_START;
import static vn.dvk.registration.domain.RegistrationReason.HOST_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.PERIOD_REVERSED;
import static vn.dvk.registration.domain.RegistrationReason.PROGRAMME_INVALID;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.programme.Programme.Running;
import vn.dvk.registration.domain.programme.Programme.Unknown;
import vn.dvk.registration.domain.programme.ProgrammeCommand.LayDown;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Changed;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Launched;

/** The rules about programmes. Laying down the same settings again is nothing new. */
public final class ProgrammeDecider implements Decider<ProgrammeCommand, Programme, ProgrammeEvent> {

    @Override
    public Programme initial() {
        return new Unknown();
    }

    @Override
    public Decision<ProgrammeEvent> decide(ProgrammeCommand command, Programme state) {
        return switch (command) {
            case LayDown(var code, var settings, var hostKnown) -> {
                var faults = faults(settings, hostKnown);
                if (!faults.isEmpty()) {
                    yield refuse(Refusal.of(PROGRAMME_INVALID, faults));
                }
                yield switch (state) {
                    case Unknown() -> accept(new Launched(code, settings));
                    case Running running when running.settings().equals(settings) -> nothingNew();
                    case Running _ -> accept(new Changed(settings));
                };
            }
        };
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
        return faults;
    }

    private static <T> List<String> twice(List<T> all, Function<T, String> code) {
        var seen = new HashSet<String>();
        return all.stream().map(code).filter(one -> !seen.add(one)).distinct().toList();
    }

    @Override
    public Programme evolve(Programme state, ProgrammeEvent event) {
        return switch (event) {
            case Launched(var code, var settings) when state instanceof Unknown -> new Running(code, settings);
            case Changed(var settings) when state instanceof Running running -> new Running(running.code(), settings);
            case Launched _, Changed _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
