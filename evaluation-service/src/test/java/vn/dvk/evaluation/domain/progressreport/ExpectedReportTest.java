package vn.dvk.evaluation.domain.progressreport;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.domain.progressreport.ExpectedReport.State.DUE;
import static vn.dvk.evaluation.domain.progressreport.ExpectedReport.State.LATE;
import static vn.dvk.evaluation.domain.progressreport.ExpectedReport.State.MISSING;
import static vn.dvk.evaluation.domain.progressreport.ExpectedReport.State.ON_TIME;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.progressreport.ExpectedReport.Filed;
import vn.dvk.evaluation.domain.progressreport.ReportRhythm.Every;
import vn.dvk.evaluation.domain.review.GivenUp;

class ExpectedReportTest {

    private static final ReportRhythm MONTHLY = new ReportRhythm(Every.MONTH, 5);
    private static final LocalDate REGISTERED = day("2025-01-25");
    private static final LocalDate END = day("2025-12-31");

    private static final Filed FEBRUARY = filed("f", "2025-02-01", "2025-02-28", "2025-03-05");
    private static final Filed APRIL = filed("a", "2025-04-01", "2025-04-30", "2025-05-05");
    private static final Filed MAY = filed("m", "2025-05-01", "2025-05-31", "2025-06-06");

    @Test
    void each_period_from_the_registration_on_is_in_time_late_or_missing() {
        var expected = upTo("2025-06-30", FEBRUARY, MAY, APRIL);
        assertThat(expected)
                .extracting(ExpectedReport::state)
                .containsExactly(MISSING, ON_TIME, MISSING, ON_TIME, LATE);
        assertThat(expected.getFirst().due()).isEqualTo(day("2025-02-05"));
        assertThat(expected.getLast().report()).isEqualTo("m");
    }

    @Test
    void on_the_day_it_is_due_a_report_is_not_missing_yet_and_before_it_not_expected() {
        assertThat(upTo("2025-02-04")).isEmpty();
        assertThat(upTo("2025-02-05")).extracting(ExpectedReport::state).containsExactly(DUE);
        assertThat(upTo("2025-02-06")).extracting(ExpectedReport::state).containsExactly(MISSING);
    }

    @Test
    void what_was_filed_later_does_not_count_on_the_day() {
        assertThat(upTo("2025-06-05", MAY)).extracting(ExpectedReport::state).endsWith(DUE);
        assertThat(upTo("2025-06-06", MAY)).extracting(ExpectedReport::state).endsWith(LATE);
    }

    @Test
    void of_two_reports_on_a_period_the_first_counts() {
        var again = filed("again", "2025-02-01", "2025-02-28", "2025-03-20");
        assertThat(upTo("2025-03-31", again, FEBRUARY).getLast().report()).isEqualTo("f");
    }

    @Test
    void a_report_on_a_quarter_is_one_on_each_of_its_months_and_one_on_part_of_a_month_on_that_month() {
        var quarter = filed("q", "2025-01-01", "2025-03-31", "2025-02-20");
        assertThat(upTo("2025-04-30", quarter))
                .extracting(ExpectedReport::report)
                .containsExactly("q", "q", "q");
        var part = filed("p", "2025-01-25", "2025-02-20", "2025-03-01");
        assertThat(upTo("2025-03-31", part)).extracting(ExpectedReport::report).containsExactly(null, "p");
    }

    @Test
    void nothing_is_expected_after_the_end() {
        var expected =
                ExpectedReport.upTo(day("2026-12-31"), MONTHLY, REGISTERED, day("2025-03-31"), List.of(), _ -> false);
        assertThat(expected).hasSize(3);
    }

    /** Stopped by the review of 2025 on 10/03: the report due on 05/03 is, that due on 05/04 is not. */
    @Test
    void nothing_is_expected_that_is_due_after_a_review_has_given_it_up_until_another_takes_it_up_again() {
        var stopped = new GivenUp.Said(day("2025-03-10"), 2025, true);
        assertThat(due("2025-06-30", stopped)).containsExactly("2025-02-05", "2025-03-05");
        assertThat(due("2025-06-30", new GivenUp.Said(day("2025-03-10"), 2025, false)))
                .as("corrected")
                .hasSize(5);
        assertThat(due("2025-06-30", stopped, new GivenUp.Said(day("2025-05-20"), 2025, false)))
                .as("taken up again")
                .containsExactly("2025-02-05", "2025-03-05", "2025-06-05");
        assertThat(due("2025-03-09", stopped)).as("not said yet").hasSize(2);
        assertThat(due("2025-06-30", new GivenUp.Said(day("2025-03-05"), 2025, true)))
                .as("what is due on the day itself")
                .containsExactly("2025-02-05", "2025-03-05");
    }

    private static List<String> due(String asked, GivenUp.Said... reviews) {
        var day = day(asked);
        var said = List.of(reviews);
        return ExpectedReport.upTo(day, MONTHLY, REGISTERED, END, List.of(), due -> GivenUp.before(due, day, said))
                .stream()
                .map(one -> one.due().toString())
                .toList();
    }

    @Test
    void periods_are_those_of_the_calendar_and_a_short_month_is_due_on_its_last_day() {
        assertThat(periods(Every.QUARTER, 31))
                .containsExactly("2025-01-01 2025-03-31 2025-04-30", "2025-04-01 2025-06-30 2025-07-31");
        assertThat(periods(Every.HALF_YEAR, 10)).containsExactly("2025-01-01 2025-06-30 2025-07-10");
        assertThat(periods(Every.YEAR, 15)).containsExactly("2025-01-01 2025-12-31 2026-01-15");
    }

    private static List<String> periods(Every every, int dueDay) {
        return new ReportRhythm(every, dueDay)
                .periods(day("2025-02-14"), day("2025-06-30")).stream()
                        .map(period -> period.from() + " " + period.to() + " " + period.due())
                        .toList();
    }

    private static List<ExpectedReport> upTo(String day, Filed... filed) {
        return ExpectedReport.upTo(day(day), MONTHLY, REGISTERED, END, List.of(filed), _ -> false);
    }

    private static Filed filed(String id, String from, String to, String on) {
        return new Filed(id, day(from), day(to), day(on));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
