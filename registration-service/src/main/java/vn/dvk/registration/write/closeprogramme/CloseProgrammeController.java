package vn.dvk.registration.write.closeprogramme;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeCommand.Close;
import vn.dvk.registration.domain.programme.ProgrammeCommand.Reopen;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Nothing new is taken in once a programme is closed; what was registered is still corrected. */
@RestController
@Tag(name = "Programmes")
class CloseProgrammeController {

    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;
    private final Answers answers;

    CloseProgrammeController(Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes, Answers answers) {
        this.programmes = programmes;
        this.answers = answers;
    }

    record Closing(@NotNull @PastOrPresent LocalDate on) {}

    record Reopening(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(min = 10, max = 1000) String reason) {}

    @Operation(summary = "Close a programme (khóa sổ): nothing new after, corrections still")
    @PostMapping("/api/v1/programmes/{code}/closing")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> close(
            @PathVariable String code,
            ExpectedVersion expected,
            @Valid @RequestBody Closing body,
            RequestContext context) {
        return handle(code, new Close(body.on()), context, expected);
    }

    @Operation(summary = "Open a closed programme again, with a reason")
    @PostMapping("/api/v1/programmes/{code}/reopening")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> reopen(
            @PathVariable String code,
            ExpectedVersion expected,
            @Valid @RequestBody Reopening body,
            RequestContext context) {
        return handle(code, new Reopen(body.on(), body.reason()), context, expected);
    }

    private ResponseEntity<?> handle(
            String code, ProgrammeCommand command, RequestContext context, ExpectedVersion expected) {
        var outcome =
                expected.handle(version -> programmes.handle(CommandEnvelope.of(code, command, context, version)));
        return answers.ok(outcome, _ -> Map.of("code", code));
    }
}
