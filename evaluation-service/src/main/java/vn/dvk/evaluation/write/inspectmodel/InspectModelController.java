package vn.dvk.evaluation.write.inspectmodel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.inspection.Inspection;
import vn.dvk.evaluation.domain.inspection.InspectionCommand;
import vn.dvk.evaluation.domain.inspection.InspectionEvent;
import vn.dvk.evaluation.domain.inspection.InspectionState;
import vn.dvk.evaluation.write.EvidenceBody;
import vn.dvk.evaluation.write.EvidenceWords;
import vn.dvk.evaluation.write.ProcessCommands;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;

@RestController
class InspectModelController {

    private final ProcessCommands processes;
    private final Streams<InspectionCommand, InspectionState, InspectionEvent> inspections;
    private final Answers answers;
    private final EvidenceWords evidenceWords;

    InspectModelController(
            ProcessCommands processes,
            Streams<InspectionCommand, InspectionState, InspectionEvent> inspections,
            Answers answers,
            EvidenceWords evidenceWords) {
        this.processes = processes;
        this.inspections = inspections;
        this.answers = answers;
        this.evidenceWords = evidenceWords;
    }

    record InspectModelBody(
            @NotNull @PastOrPresent LocalDate on,
            @NotNull @Size(min = 1, max = 50) List<@NotBlank @Size(max = 300) String> inspectors,
            @NotBlank @Size(max = 4000) String findings,
            @Size(max = 100) @Nullable List<@NotNull @Valid EvidenceBody> evidence) {
        Inspection inspection(String id) {
            return new Inspection(id, on, inspectors, findings, EvidenceBody.toEvidence(evidence));
        }
    }

    record Inspected(String id, String model) {}

    /**
     * The request's key is the inspection's identity, so the same request again finds it entered. It touches nothing but
     * its own stream, so there is no version to name.
     */
    @PostMapping("/api/v1/evaluations/{model}/inspections")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> inspect(
            @PathVariable String model, @Valid @RequestBody InspectModelBody body, RequestContext context) {
        // Not the id of a report: both are told on one topic, each as its own stream.
        evidenceWords.check(body.evidence(), body.on());
        var id = DeterministicId.of("inspection", model, Objects.requireNonNull(context.key(), "a POST has a key"));
        var command = new InspectionCommand.Enter(processes.state(model), body.inspection(id));
        var outcome = inspections.handle(CommandEnvelope.of(id, command, context));
        return answers.created(
                outcome, "/api/v1/evaluations/%s/inspections".formatted(model), _ -> new Inspected(id, model));
    }
}
