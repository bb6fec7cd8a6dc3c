package vn.dvk.evaluation.write.reportprogress;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProgressReport;
import vn.dvk.evaluation.write.EvidenceBody;
import vn.dvk.evaluation.write.ProcessCommands;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ETag;

/** Translates; decides nothing. */
@RestController
class ReportProgressController {

    private final ProcessCommands commands;

    ReportProgressController(ProcessCommands commands) {
        this.commands = commands;
    }

    record Body(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 4000) String done,
            @Size(max = 100) @Nullable List<@NotNull @Valid Result> results,
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
                    difficulties,
                    EvidenceBody.toEvidence(evidence));
        }
    }

    record Result(
            @NotBlank @Size(max = 300) String indicator,
            @NotBlank @Size(max = 300) String value) {}

    @PostMapping("/api/v1/evaluations/{model}/progress-reports")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> report(
            @PathVariable String model,
            @Valid @RequestBody Body body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            RequestContext context) {
        var command = new ProcessCommand.ReportProgress(body.report());
        return commands.handle(model, command, version, context);
    }
}
