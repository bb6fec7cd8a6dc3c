package vn.dvk.evaluation.write.reportprogress;

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
import vn.dvk.evaluation.domain.progressreport.ProgressReport;
import vn.dvk.evaluation.domain.progressreport.ProgressReportCommand;
import vn.dvk.evaluation.domain.progressreport.ProgressReportCommand.FileReport;
import vn.dvk.evaluation.domain.progressreport.ProgressReportEvent;
import vn.dvk.evaluation.domain.progressreport.ProgressReportState;
import vn.dvk.evaluation.write.EvidenceBody;
import vn.dvk.evaluation.write.EvidenceWords;
import vn.dvk.evaluation.write.GoalValueBody;
import vn.dvk.evaluation.write.ProcessCommands;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;

@RestController
class ReportProgressController {

    private final ProcessCommands processes;
    private final Streams<ProgressReportCommand, ProgressReportState, ProgressReportEvent> reports;
    private final Answers answers;
    private final EvidenceWords evidenceWords;

    ReportProgressController(
            ProcessCommands processes,
            Streams<ProgressReportCommand, ProgressReportState, ProgressReportEvent> reports,
            Answers answers,
            EvidenceWords evidenceWords) {
        this.processes = processes;
        this.reports = reports;
        this.answers = answers;
        this.evidenceWords = evidenceWords;
    }

    record ReportProgressBody(
            @NotNull @PastOrPresent LocalDate from,
            @NotNull LocalDate to,
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(max = 4000) String done,
            @Size(max = 100) @Nullable List<@NotNull @Valid Result> results,
            @Size(max = 100) @Nullable List<@NotNull @Valid GoalValueBody> values,
            @Size(max = 4000) @Nullable String difficulties,
            @Size(max = 100) @Nullable List<@NotNull @Valid EvidenceBody> evidence) {

        ProgressReport report() {
            return new ProgressReport(
                    from,
                    to,
                    on,
                    done,
                    results == null
                            ? List.of()
                            : results.stream()
                                    .map(result -> new ProgressReport.Result(result.indicator(), result.value()))
                                    .toList(),
                    GoalValueBody.toValues(values),
                    difficulties,
                    EvidenceBody.toEvidence(evidence));
        }
    }

    record Result(
            @NotBlank @Size(max = 300) String indicator,
            @NotBlank @Size(max = 300) String value) {}

    record Filed(String id, String model) {}

    /**
     * The request's key is the report's identity, so the same request again finds it filed. It touches nothing but its
     * own stream, so there is no version to name.
     */
    @PostMapping("/api/v1/evaluations/{model}/progress-reports")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> report(
            @PathVariable String model, @Valid @RequestBody ReportProgressBody body, RequestContext context) {
        evidenceWords.check(body.evidence(), body.on());
        var id = DeterministicId.of(model, Objects.requireNonNull(context.key(), "a POST has a key"));
        var outcome =
                reports.handle(CommandEnvelope.of(id, new FileReport(processes.state(model), body.report()), context));
        return answers.created(
                outcome, "/api/v1/evaluations/%s/progress-reports".formatted(model), _ -> new Filed(id, model));
    }
}
