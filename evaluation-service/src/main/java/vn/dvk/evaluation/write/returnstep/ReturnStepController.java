package vn.dvk.evaluation.write.returnstep;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.Return;
import vn.dvk.evaluation.write.ProcessCommands;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

@RestController
class ReturnStepController {

    private final ProcessCommands commands;

    ReturnStepController(ProcessCommands commands) {
        this.commands = commands;
    }

    record ReturnStepBody(
            @NotBlank @Size(max = 4000) String reason,
            @NotNull @PastOrPresent LocalDate on) {}

    @PostMapping("/api/v1/evaluations/{model}/steps/{code}/return")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> giveBack(
            @PathVariable String model,
            @PathVariable String code,
            @Valid @RequestBody ReturnStepBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var command = new ProcessCommand.ReturnStep(code, new Return(body.on(), body.reason()));
        return commands.handle(model, command, expected, context);
    }
}
