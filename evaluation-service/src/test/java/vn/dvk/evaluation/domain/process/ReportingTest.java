package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.process;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Refusal.Fault;

class ReportingTest {

    private static final Inspection INSPECTION =
            new Inspection(day("2024-05-16"), List.of("Nguyễn Văn A"), "Đúng kế hoạch", List.of());

    @Test
    void a_report_is_recorded_once() {
        var march = report("2024-03-01", "2024-03-31");
        process()
                .given(opened())
                .when(new ProcessCommand.ReportProgress(march))
                .then(new ProcessEvent.ProgressReported(march));
        process()
                .given(opened(), new ProcessEvent.ProgressReported(march))
                .when(new ProcessCommand.ReportProgress(march))
                .thenNothing();
    }

    @Test
    void every_month_has_its_report() {
        var april = report("2024-04-01", "2024-04-30");
        process()
                .given(opened(), new ProcessEvent.ProgressReported(report("2024-03-01", "2024-03-31")))
                .when(new ProcessCommand.ReportProgress(april))
                .then(new ProcessEvent.ProgressReported(april));
    }

    @Test
    void a_period_does_not_end_before_it_begins() {
        var refusal = process()
                .given(opened())
                .when(new ProcessCommand.ReportProgress(report("2024-03-31", "2024-03-01")))
                .thenRefused("period-reversed");
        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("to");
    }

    @Test
    void an_inspection_is_recorded_once() {
        process()
                .given(opened())
                .when(new ProcessCommand.InspectModel(INSPECTION))
                .then(new ProcessEvent.Inspected(INSPECTION));
        process()
                .given(opened(), new ProcessEvent.Inspected(INSPECTION))
                .when(new ProcessCommand.InspectModel(INSPECTION))
                .thenNothing();
    }

    private static ProgressReport report(String from, String to) {
        return new ProgressReport(
                day(from),
                day(to),
                day("2024-05-02"),
                "Đã sửa xong 3 phòng",
                List.of(new ProgressReport.Result("phòng", "3")),
                null,
                List.of());
    }
}
