package vn.dvk.registration.write;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.LevelEndings;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.registration.Conditions;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.store.ConditionsLookup;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;

/** Carries out commands on registrations that are there, and looks up what they are checked against. */
@Component
public class RegistrationCommandHandler {

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final ConditionsLookup conditions;
    private final Answers answers;

    RegistrationCommandHandler(
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations,
            ConditionsLookup conditions,
            Answers answers) {
        this.registrations = registrations;
        this.conditions = conditions;
        this.answers = answers;
    }

    public ResponseEntity<?> handle(
            String id, RegistrationCommand command, RequestContext context, ExpectedVersion expected) {
        var outcome =
                expected.handle(version -> registrations.handle(CommandEnvelope.of(id, command, context, version)));
        return answers.ok(outcome, RegistrationAnswer.with(outcome));
    }

    /** A command that is made from the registration it is for. */
    public ResponseEntity<?> handle(
            String id,
            Function<? super Registration.Known, RegistrationCommand> command,
            RequestContext context,
            ExpectedVersion expected) {
        var outcome = expected.handle(version -> registrations.handle(
                id, state -> CommandEnvelope.of(id, command.apply(known(state)), context, version)));
        return answers.ok(outcome, RegistrationAnswer.with(outcome));
    }

    /** The same command for many, a row each, with a key of its own: asked again, it undoes nothing done since. */
    public Map<String, Object> handleAll(List<String> ids, RegistrationCommand command, RequestContext context) {
        var outcomes = registrations.handleAll(ids.stream()
                .map(id -> CommandEnvelope.of(id, command, context.forRow(id, command)))
                .toList());
        var rows = answers.rows();
        for (var i = 0; i < ids.size(); i++) {
            rows.add("id", ids.get(i), outcomes.get(i), RegistrationAnswer::of);
        }
        return rows.body();
    }

    /** @throws Refused if there is no such registration */
    private static Registration.Known known(Registration state) {
        return switch (state) {
            case Registration.Known known -> known;
            case Registration.Unknown() -> throw new Refused(RegistrationReason.REGISTRATION_UNKNOWN);
        };
    }

    /** @throws Refused if there is no such programme */
    public ConditionsLookup.OfProgramme conditions(String programme, Collection<String> units) {
        return conditions
                .find(programme, units)
                .orElseThrow(() -> new Refused(RegistrationReason.PROGRAMME_UNKNOWN, programme));
    }

    public LevelEndings endings() {
        return conditions.endings();
    }

    /** As the correction or change that waits would be checked; without one, it makes no difference. */
    public Conditions conditionsOfProposal(Registration.Known known, LocalDate day) {
        var form = known.form();
        var waiting = known.since().proposal();
        if (waiting == null) {
            return conditions(form.programme(), form.unit(), day);
        }
        var unit = waiting.values().unit();
        return conditions(
                form.programme(),
                unit == null ? form.unit() : unit,
                switch (waiting.kind()) {
                    case CORRECTION -> known.registeredOnOr(waiting.on());
                    case CHANGE -> waiting.on();
                });
    }

    public Conditions conditions(String programme, String unit, LocalDate on) {
        return conditions(programme, List.of(unit)).of(unit, on);
    }
}
