package vn.dvk.evaluation.domain.progressreport;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.GoalValue;
import vn.dvk.evaluation.domain.process.Evidence;

/**
 * What the owner reports on a period (báo cáo tiến độ).
 *
 * @param on           the day of the report
 * @param done         what was done, in words
 * @param results      how far each indicator has come, in words
 * @param values       how far each goal of the registration has come, in the goal's unit
 * @param difficulties what stands in the way
 */
public record ProgressReport(
        LocalDate from,
        LocalDate to,
        LocalDate on,
        String done,
        List<Result> results,
        List<GoalValue> values,
        @Nullable String difficulties,
        List<Evidence> evidence) {

    public record Result(String indicator, String value) {}

    public ProgressReport {
        results = List.copyOf(results);
        values = List.copyOf(values);
        evidence = List.copyOf(evidence);
    }
}
