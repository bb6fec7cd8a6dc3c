package vn.dvk.registration.domain.programme;

/**
 * How often reports on each model are due (chế độ báo cáo): once a calendar period.
 *
 * @param dueDay day of the month after the period, 1 to 31; in a shorter month, its last day
 */
public record ReportRhythm(Every every, int dueDay) {

    /** A calendar period. */
    public enum Every {
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR
    }
}
