package vn.dvk.evaluation.write.attachevidence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.write.EvidenceBody;
import vn.dvk.evaluation.write.EvidenceWords;
import vn.dvk.evaluation.write.ProcessCommands;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

@RestController
class AttachEvidenceController {

    private final ProcessCommands commands;
    private final EvidenceWords evidenceWords;

    AttachEvidenceController(ProcessCommands commands, EvidenceWords evidenceWords) {
        this.commands = commands;
        this.evidenceWords = evidenceWords;
    }

    record AttachEvidenceBody(
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid EvidenceBody> evidence) {}

    /** Of a step by registration or recognition whose evidence is required, the last piece completes it. */
    @PostMapping("/api/v1/evaluations/{model}/steps/{code}/evidence")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> attach(
            @PathVariable String model,
            @PathVariable String code,
            @Valid @RequestBody AttachEvidenceBody body,
            ExpectedVersion expected,
            RequestContext context) {
        evidenceWords.check(body.evidence(), null);
        var command = new ProcessCommand.AttachEvidence(code, EvidenceBody.toEvidence(body.evidence()));
        return commands.handle(model, command, expected, context);
    }
}
