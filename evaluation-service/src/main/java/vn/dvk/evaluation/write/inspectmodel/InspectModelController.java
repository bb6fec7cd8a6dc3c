package vn.dvk.evaluation.write.inspectmodel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.process.Inspection;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.write.EvidenceBody;
import vn.dvk.evaluation.write.ProcessCommands;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

@RestController
class InspectModelController {

    private final ProcessCommands commands;

    InspectModelController(ProcessCommands commands) {
        this.commands = commands;
    }

    record InspectModelBody(
            @NotNull @PastOrPresent LocalDate on,
            @NotNull @Size(min = 1, max = 50) List<@NotBlank @Size(max = 300) String> inspectors,
            @NotBlank @Size(max = 4000) String findings,
            @Size(max = 100) @Nullable List<@NotNull @Valid EvidenceBody> evidence) {

        Inspection inspection() {
            return new Inspection(on, inspectors, findings, EvidenceBody.toEvidence(evidence));
        }
    }

    @PostMapping("/api/v1/evaluations/{model}/inspections")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> inspect(
            @PathVariable String model,
            @Valid @RequestBody InspectModelBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var command = new ProcessCommand.InspectModel(body.inspection());
        return commands.handle(model, command, expected, context);
    }
}
