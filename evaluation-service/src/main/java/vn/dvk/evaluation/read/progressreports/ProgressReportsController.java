package vn.dvk.evaluation.read.progressreports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.GoalValue;
import vn.dvk.evaluation.domain.process.Evidence;
import vn.dvk.evaluation.domain.progressreport.ProgressReport;
import vn.dvk.evaluation.domain.progressreport.ProgressReportCommand;
import vn.dvk.evaluation.domain.progressreport.ProgressReportEvent;
import vn.dvk.evaluation.domain.progressreport.ProgressReportState;
import vn.dvk.evaluation.read.Entries;
import vn.dvk.evaluation.read.Page;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.stream.Streams;

/** A page of the reports on a model, the latest first by the day of the report. */
@RestController
class ProgressReportsController {

    private final Streams<ProgressReportCommand, ProgressReportState, ProgressReportEvent> reports;

    ProgressReportsController(Streams<ProgressReportCommand, ProgressReportState, ProgressReportEvent> reports) {
        this.reports = reports;
    }

    /** @param recorded when it was handed in, which may be long after its day */
    record ProgressReportsItem(
            String id,
            LocalDate from,
            LocalDate to,
            LocalDate on,
            String done,
            List<ProgressReport.Result> results,
            List<GoalValue> values,
            @Nullable String difficulties,
            List<Evidence> evidence,
            Instant recorded,
            String by) {

        static ProgressReportsItem of(String id, List<Recorded<ProgressReportEvent>> history) {
            var recorded = history.getFirst();
            return switch (recorded.event()) {
                case ProgressReportEvent.Filed(var model, var report) ->
                    new ProgressReportsItem(
                            id,
                            report.from(),
                            report.to(),
                            report.on(),
                            report.done(),
                            report.results(),
                            report.values(),
                            report.difficulties(),
                            report.evidence(),
                            recorded.at(),
                            recorded.by());
            };
        }
    }

    @GetMapping("/api/v1/evaluations/{model}/progress-reports")
    Page<ProgressReportsItem> reports(
            @PathVariable String model,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Entries.page(reports, model, limit, cursor, ProgressReportsItem::of);
    }
}
