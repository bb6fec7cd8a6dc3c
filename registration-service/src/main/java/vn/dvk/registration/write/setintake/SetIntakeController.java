package vn.dvk.registration.write.setintake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.programme.Intake;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeCommand.SetIntake;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** When registrations are handed in: the day of the submission counts. Extending the time needs a reason. */
@RestController
@Tag(name = "Programmes")
class SetIntakeController {

    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;
    private final Answers answers;

    SetIntakeController(Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes, Answers answers) {
        this.programmes = programmes;
        this.answers = answers;
    }

    record IntakeBody(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @Size(min = 10, max = 1000) String reason) {}

    @Operation(summary = "Say when registrations are handed in, or extend it with a reason (gia hạn)")
    @PutMapping("/api/v1/programmes/{code}/intake")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> setIntake(
            @PathVariable String code,
            ExpectedVersion expected,
            @Valid @RequestBody IntakeBody body,
            RequestContext context) {
        return handle(code, new SetIntake(new Intake(body.from(), body.to()), body.reason()), context, expected);
    }

    private ResponseEntity<?> handle(
            String code, ProgrammeCommand command, RequestContext context, ExpectedVersion expected) {
        var outcome =
                expected.handle(version -> programmes.handle(CommandEnvelope.of(code, command, context, version)));
        return answers.ok(outcome, _ -> Map.of("code", code));
    }
}
