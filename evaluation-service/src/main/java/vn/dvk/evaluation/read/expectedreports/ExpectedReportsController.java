package vn.dvk.evaluation.read.expectedreports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.EvaluationReason;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.progressreport.ExpectedReport;
import vn.dvk.evaluation.domain.progressreport.ExpectedReport.State;
import vn.dvk.evaluation.domain.progressreport.ReportRhythm;
import vn.dvk.evaluation.domain.review.GivenUp;
import vn.dvk.evaluation.events.consumed.Programme;
import vn.dvk.evaluation.read.AskedDay;
import vn.dvk.evaluation.store.EnteredReviews;
import vn.dvk.evaluation.store.FiledReports;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Refused;

/** The reports that were due on a model up to a day: in time, late or missing. Asked for, never stored. */
@RestController
class ExpectedReportsController {

    private final Streams<ProcessCommand, ProcessState, ProcessEvent> processes;
    private final FiledReports filed;
    private final EnteredReviews reviews;
    private final Programmes programmes;
    private final AskedDay asked;

    ExpectedReportsController(
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
     * @param rhythm   the programme's; absent: no reports are expected
     * @param expected how many were due up to the day, that day included
     * @param missing  of them, those due before the day and not there
     * @param items    the latest first
     */
    record ExpectedReports(
            @Nullable ReportRhythm rhythm,
            long expected,
            long onTime,
            long late,
            long missing,
            List<ExpectedReport> items) {

        static ExpectedReports of(@Nullable ReportRhythm rhythm, List<ExpectedReport> due) {
            var items = new ArrayList<>(due);
            Collections.reverse(items);
            return new ExpectedReports(
                    rhythm,
                    due.size(),
                    count(due, State.ON_TIME),
                    count(due, State.LATE),
                    count(due, State.MISSING),
                    items);
        }

        private static long count(List<ExpectedReport> due, State state) {
            return due.stream().filter(one -> one.state() == state).count();
        }
    }

    /** @param on default: today in Vietnam */
    @GetMapping("/api/v1/evaluations/{model}/expected-reports")
    ExpectedReports expected(@PathVariable String model, @RequestParam(required = false) @Nullable LocalDate on) {
        return switch (processes
                .find(model)
                .orElseThrow(ExpectedReportsController::notKnown)
                .state()) {
            case ProcessState.NotOpened() -> throw notKnown();
            case ProcessState.Opened process -> {
                var programme = programmes
                        .find(process.model().programme())
                        .orElseThrow(() -> new Refused(
                                EvaluationReason.PROGRAMME_NOT_KNOWN_YET,
                                process.model().programme()));
                var rhythm = programme.reportRhythm();
                yield ExpectedReports.of(
                        rhythm,
                        rhythm == null ? List.of() : due(asked.or(on), rhythm, process, last(process, programme)));
            }
        };
    }

    /** What a review gave up owes nothing from then on. */
    private List<ExpectedReport> due(LocalDate day, ReportRhythm rhythm, ProcessState.Opened process, LocalDate last) {
        var model = process.model().id();
        var said = reviews.of(model);
        return ExpectedReport.upTo(
                day, rhythm, process.on(), last, filed.of(model), due -> GivenUp.before(due, day, said));
    }

    private static LocalDate last(ProcessState.Opened process, Programme programme) {
        var withdrawal = process.withdrawal();
        return withdrawal != null && withdrawal.on().isBefore(programme.to()) ? withdrawal.on() : programme.to();
    }

    private static Refused notKnown() {
        return new Refused(EvaluationReason.NOT_KNOWN_YET);
    }
}
