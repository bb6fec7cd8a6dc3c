package vn.dvk.evaluation.write.completestep;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.evaluation.domain.process.Completion;
import vn.dvk.evaluation.domain.process.ProcessCommand.CompleteStep;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.evaluation.write.EvidenceBody;
import vn.dvk.evaluation.write.EvidenceWords;
import vn.dvk.evaluation.write.PaperBody;
import vn.dvk.evaluation.write.ProcessCommands;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

@RestController
class CompleteStepController {

    private final ProcessCommands commands;
    private final Programmes programmes;
    private final EvidenceWords evidenceWords;

    CompleteStepController(ProcessCommands commands, Programmes programmes, EvidenceWords evidenceWords) {
        this.commands = commands;
        this.programmes = programmes;
        this.evidenceWords = evidenceWords;
    }

    record CompleteStepBody(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Valid @Nullable PaperBody document,
            @Size(max = 100) @Nullable List<@NotNull @Valid EvidenceBody> evidence,
            @Size(max = 4000) @Nullable String note) {

        Completion completion() {
            return new Completion(
                    on.on(), PaperBody.toPaper(document), EvidenceBody.toEvidence(evidence), note, on.inexact());
        }
    }

    record CompleteStepBulkBody(
            @NotBlank @Size(max = 40) String step,

            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Size(max = 100) @Nullable List<@NotNull @Valid EvidenceBody> evidence,
            @NotNull @Size(min = 1, max = 1000) List<@NotNull String> models) {

        Completion completion() {
            return new Completion(on.on(), null, EvidenceBody.toEvidence(evidence), null, on.inexact());
        }
    }

    private record StepAsked(String step, Completion completion) {}

    @PostMapping("/api/v1/evaluations/{model}/steps/{code}/completion")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> complete(
            @PathVariable String model,
            @PathVariable String code,
            @Valid @RequestBody CompleteStepBody body,
            ExpectedVersion expected,
            RequestContext context) {
        evidenceWords.check(body.evidence(), body.on().on());
        var completion = body.completion();
        var command = new CompleteStep(code, completion, programmes.historic(body.on(), completion.document()));
        return commands.handle(model, command, expected, context);
    }

    @PostMapping("/api/v1/evaluations/bulk-completion")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> completeMany(@Valid @RequestBody CompleteStepBulkBody body, RequestContext context) {
        evidenceWords.check(body.evidence(), body.on().on());
        var completion = body.completion();
        var command = new CompleteStep(body.step(), completion, programmes.historic(body.on(), null));
        var asked = new StepAsked(body.step(), completion);
        var rows = body.models().stream()
                .map(model -> new ProcessCommands.Row(model, command, asked))
                .toList();
        return commands.handleAll(rows, context, summary -> Map.of("state", summary.state()));
    }
}
