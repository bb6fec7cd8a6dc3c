package vn.dvk.evaluation.write.returnstep;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.Return;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.evaluation.write.ProcessCommands;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

@RestController
class ReturnStepController {

    private final ProcessCommands commands;
    private final Programmes programmes;

    ReturnStepController(ProcessCommands commands, Programmes programmes) {
        this.commands = commands;
        this.programmes = programmes;
    }

    record ReturnStepBody(
            @NotBlank @Size(max = 4000) String reason,

            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on) {}

    @PostMapping("/api/v1/evaluations/{model}/steps/{code}/return")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> giveBack(
            @PathVariable String model,
            @PathVariable String code,
            @Valid @RequestBody ReturnStepBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var command = new ProcessCommand.ReturnStep(
                code,
                new Return(body.on().on(), body.reason(), body.on().inexact()),
                programmes.historic(body.on(), null));
        return commands.handle(model, command, expected, context);
    }
}
