package vn.dvk.evaluation.domain.progressreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.GoalValue;
import vn.dvk.evaluation.domain.ModelKind;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.process.Model;
import vn.dvk.evaluation.domain.process.ProcessDecider;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.Steps;
import vn.dvk.evaluation.domain.process.Withdrawal;
import vn.dvk.evaluation.domain.progressreport.ProgressReportCommand.FileReport;
import vn.dvk.evaluation.domain.progressreport.ProgressReportEvent.Filed;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.spec.Specification;

class FilingAReportTest {

    private static final LocalDate REGISTERED = LocalDate.parse("2024-02-05");
    private static final Model MODEL =
            new Model("m", "NA-1", "Ký túc xá", "NA-2024", "NA-S1", "VHXH", ModelKind.MODEL, SubjectType.COLLECTIVE);

    private static final ProcessState UNKNOWN = new ProcessDecider().initial();
    private static final ProcessState OPEN =
            process(UNKNOWN, new ProcessEvent.Opened(MODEL, REGISTERED, new Steps(List.of())));
    private static final ProcessState WITHDRAWN =
            process(OPEN, new ProcessEvent.Withdrawn(new Withdrawal(REGISTERED.plusDays(1), "Gộp")));

    private static final ProgressReport MARCH = report("2024-03-01", "2024-03-31");

    private final Specification<ProgressReportCommand, ProgressReportState, ProgressReportEvent> report =
            Specification.of(new ProgressReportDecider());

    @Test
    void a_report_is_filed_with_the_model_as_it_is_then() {
        report.given().when(new FileReport(OPEN, MARCH)).then(new Filed(MODEL, MARCH));
    }

    @Test
    void a_filed_report_is_filed_once_and_stays_as_it_is() {
        report.given(new Filed(MODEL, MARCH)).when(new FileReport(OPEN, MARCH)).thenNothing();
        report.given(new Filed(MODEL, MARCH))
                .when(new FileReport(WITHDRAWN, MARCH))
                .thenNothing();
    }

    @Test
    void there_has_to_be_a_process_and_it_must_not_be_withdrawn() {
        report.given().when(new FileReport(UNKNOWN, MARCH)).thenRefused("not-known-yet");
        report.given().when(new FileReport(WITHDRAWN, MARCH)).thenRefused("withdrawn");
    }

    @Test
    void a_period_does_not_end_before_it_begins() {
        var refusal = report.given()
                .when(new FileReport(OPEN, report("2024-03-31", "2024-03-01")))
                .thenRefused("period-reversed");
        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("to");
    }

    @Test
    void it_is_not_of_a_day_before_the_registration_and_its_period_does_not_end_years_ahead() {
        assertThat(report.given()
                        .when(new FileReport(OPEN, report("2024-01-01", "2024-01-31", REGISTERED.minusDays(1))))
                        .thenRefused("before-registration")
                        .faults())
                .extracting(Fault::field)
                .containsExactly("on");
        assertThat(report.given()
                        .when(new FileReport(OPEN, report("2024-03-01", "2025-05-03")))
                        .thenRefused("period-too-far")
                        .faults())
                .extracting(Fault::field)
                .containsExactly("to");
        var untilTheEndOfTheMonth = report("2024-05-01", "2024-05-31");
        report.given().when(new FileReport(OPEN, untilTheEndOfTheMonth)).then(new Filed(MODEL, untilTheEndOfTheMonth));
    }

    @Test
    void a_goal_has_one_value_in_a_report() {
        var refusal = report.given()
                .when(new FileReport(OPEN, withValues("G1", "G2", "G1")))
                .thenRefused("values-not-right");
        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("values[2].goal");
        var right = withValues("G1", "G2");
        report.given().when(new FileReport(OPEN, right)).then(new Filed(MODEL, right));
    }

    private static ProgressReport withValues(String... goals) {
        var values = Stream.of(goals)
                .map(goal -> new GoalValue(goal, new BigDecimal("38.5")))
                .toList();
        return new ProgressReport(
                MARCH.from(), MARCH.to(), MARCH.on(), MARCH.done(), List.of(), values, null, List.of());
    }

    private static ProcessState process(ProcessState before, ProcessEvent event) {
        return new ProcessDecider().evolve(before, event);
    }

    private static ProgressReport report(String from, String to) {
        return report(from, to, LocalDate.parse("2024-05-02"));
    }

    private static ProgressReport report(String from, String to, LocalDate on) {
        return new ProgressReport(
                LocalDate.parse(from),
                LocalDate.parse(to),
                on,
                "Đã sửa xong 3 phòng",
                List.of(new ProgressReport.Result("phòng", "3")),
                List.of(),
                null,
                List.of());
    }
}
