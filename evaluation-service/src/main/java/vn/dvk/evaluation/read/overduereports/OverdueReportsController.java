package vn.dvk.evaluation.read.overduereports;

import com.mongodb.client.model.Projections;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.EvaluationReason;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.evaluation.domain.progressreport.ExpectedReport;
import vn.dvk.evaluation.domain.progressreport.ExpectedReport.Filed;
import vn.dvk.evaluation.domain.progressreport.ReportRhythm;
import vn.dvk.evaluation.domain.review.GivenUp;
import vn.dvk.evaluation.read.AskedDay;
import vn.dvk.evaluation.read.Page;
import vn.dvk.evaluation.store.EnteredReviews;
import vn.dvk.evaluation.store.FiledReports;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Refused;

/** Reports that were due in a programme before a day and are not there. A withdrawn model owes none, and one that a review
 * gave up none that is due after it. */
@RestController
class OverdueReportsController {

    private final Streams<ProcessCommand, ProcessState, ProcessEvent> processes;
    private final FiledReports filed;
    private final EnteredReviews reviews;
    private final Programmes programmes;
    private final AskedDay asked;

    OverdueReportsController(
            Streams<ProcessCommand, ProcessState, ProcessEvent> processes,
            FiledReports filed,
            EnteredReviews reviews,
            Programmes programmes,
            AskedDay asked) {
        this.processes = processes;
        this.filed = filed;
        this.reviews = reviews;
        this.programmes = programmes;
        this.asked = asked;
    }

    /**
     * @param from first day of the period that nobody has reported on
     * @param days how many days the report is past its due date on the day asked for
     */
    record OverdueReportsItem(
            String model,
            String code,
            @Nullable String name,
            String unit,
            LocalDate from,
            LocalDate to,
            LocalDate due,
            long days) {}

    /**
     * @param on    default: today in Vietnam
     * @param limit how many models a page goes through; it shows all that each of them owes, which may be nothing
     */
    @GetMapping("/api/v1/programmes/{programme}/overdue-reports")
    Page<OverdueReportsItem> overdue(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var found = programmes
                .find(programme)
                .orElseThrow(() -> new Refused(EvaluationReason.PROGRAMME_NOT_KNOWN_YET, programme));
        var rhythm = found.reportRhythm();
        if (rhythm == null) {
            return new Page<>(List.of(), null);
        }
        var models = models(programme, unit, limit, cursor);
        var shown = models.subList(0, Math.min(limit, models.size()));
        var ids = shown.stream().map(model -> model.getString("_id")).toList();
        var reports = filed.of(ids);
        var said = reviews.of(ids);
        var day = asked.or(on);
        return new Page<>(
                shown.stream()
                        .flatMap(model -> missing(
                                model,
                                day,
                                rhythm,
                                found.to(),
                                reports.getOrDefault(model.getString("_id"), List.of()),
                                said.getOrDefault(model.getString("_id"), List.of())))
                        .toList(),
                models.size() > limit ? shown.getLast().getString("_id") : null);
    }

    /** One more than a page goes through, by which it knows of another. */
    private List<Document> models(String programme, @Nullable String unit, int limit, @Nullable String cursor) {
        var filter = new Document("view.programme", programme)
                .append("view.state", new Document("$ne", Stage.WITHDRAWN.name()));
        if (unit != null) {
            filter.append("view.unit", unit);
        }
        if (cursor != null) {
            filter.append("_id", new Document("$gt", cursor));
        }
        return processes
                .documents()
                .find(filter)
                .projection(Projections.include("view"))
                .sort(new Document("_id", 1))
                .limit(limit + 1)
                .into(new ArrayList<>());
    }

    private static Stream<OverdueReportsItem> missing(
            Document model,
            LocalDate day,
            ReportRhythm rhythm,
            LocalDate last,
            List<Filed> reports,
            List<GivenUp.Said> said) {
        var view = model.get("view", Document.class);
        var registered = LocalDate.parse(view.getString("registered"));
        return ExpectedReport.upTo(day, rhythm, registered, last, reports, due -> GivenUp.before(due, day, said))
                .stream()
                .filter(report -> report.state() == ExpectedReport.State.MISSING)
                .map(report -> new OverdueReportsItem(
                        model.getString("_id"),
                        view.getString("code"),
                        view.getString("name"),
                        view.getString("unit"),
                        report.from(),
                        report.to(),
                        report.due(),
                        ChronoUnit.DAYS.between(report.due(), day)));
    }
}
