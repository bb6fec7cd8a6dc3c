package vn.dvk.reporting.domain.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goal as it stands on some day, and what was reported of it up to that day.
 *
 * @param measure         unit of measure · đơn vị tính; of baseline, target and values
 * @param baselineAssumed true if the form gives no baseline, which then counts as 0
 * @param direction       {@code UP}: more is better; {@code DOWN}: less is better
 * @param due             by when
 * @param values          by business date
 * @param percent         that of the value whose period reaches furthest; absent without one
 */
public record GoalProgress(
        String id,
        String measure,
        BigDecimal baseline,
        boolean baselineAssumed,
        BigDecimal target,
        String direction,
        @Nullable LocalDate due,
        List<ReportedValue> values,
        @Nullable BigDecimal percent) {

    public GoalProgress {
        values = List.copyOf(values);
    }

    /**
     * A value of one report, with the goal that was valid on its day.
     *
     * @param on       business date of the report
     * @param from     first day reported on
     * @param to       last day reported on
     * @param baseline absent, like target and percent, if there was no such goal on that day
     * @param percent  (value − baseline) ÷ (target − baseline) in whole percent, half up; may exceed 100 and be negative;
     *                 absent if the target equals the baseline
     */
    public record ReportedValue(
            LocalDate on,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            BigDecimal value,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable BigDecimal percent) {

        /** Until when it speaks: what a later report says of an earlier period does not undo what has come since. */
        LocalDate reaches() {
            return to == null ? on : to;
        }
    }
}
