package vn.dvk.evaluation.domain.progressreport;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * How often reports are due (chế độ báo cáo): once a calendar period.
 *
 * @param dueDay day of the month after the period; in a shorter month, its last day
 */
public record ReportRhythm(Every every, int dueDay) {

    /** A calendar period, by its length in months. */
    public enum Every {
        MONTH(1),
        QUARTER(3),
        HALF_YEAR(6),
        YEAR(12);

        private final int months;

        Every(int months) {
            this.months = months;
        }
    }

    /** One period: its first and last day, and the last day on which its report is in time. */
    public record Period(LocalDate from, LocalDate to, LocalDate due) {}

    /** The periods that have a day in common with this time, both days included. */
    public List<Period> periods(LocalDate from, LocalDate to) {
        var periods = new ArrayList<Period>();
        for (var first = firstMonth(from); !first.atDay(1).isAfter(to); first = first.plusMonths(every.months)) {
            var after = first.plusMonths(every.months);
            periods.add(new Period(
                    first.atDay(1), after.atDay(1).minusDays(1), after.atDay(Math.min(dueDay, after.lengthOfMonth()))));
        }
        return periods;
    }

    private YearMonth firstMonth(LocalDate day) {
        var month = day.getMonthValue() - 1;
        return YearMonth.of(day.getYear(), month - month % every.months + 1);
    }
}
