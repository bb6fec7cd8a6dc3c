package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.rubric.Rubric;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * One score (điểm). Total and grade are computed, never typed.
 *
 * @param rubric   version it was given by, kept because rubrics are replaced every few years
 * @param bonus    of the total, what bonus points have added before it was cut at the maximum
 * @param grade    null where the rubric leaves some criteria to others: part of a total earns no grade
 * @param passed   whether the grade's band passes, by that version
 * @param precision how much of its day is known; null: all of it
 * @param criteria points by criterion, in the rubric's order
 */
public record Score(
        LocalDate on,
        String rubric,
        Map<String, Double> criteria,
        double bonus,
        double total,
        @Nullable String grade,
        boolean passed,
        List<Evidence> evidence,
        @Nullable String remarks,
        @Nullable Precision precision) {

    /** On a day that is known. */
    public Score(
            LocalDate on,
            String rubric,
            Map<String, Double> criteria,
            double bonus,
            double total,
            @Nullable String grade,
            boolean passed,
            List<Evidence> evidence,
            @Nullable String remarks) {
        this(on, rubric, criteria, bonus, total, grade, passed, evidence, remarks, null);
    }

    public Score {
        evidence = List.copyOf(evidence);
        criteria = Collections.unmodifiableMap(new LinkedHashMap<>(criteria));
    }

    /** @param points without faults by this rubric */
    static Score by(
            Rubric rubric, Day on, Map<String, Double> points, List<Evidence> evidence, @Nullable String remarks) {
        var total = rubric.totalOf(points);
        var band = rubric.missing(points).isEmpty() ? rubric.bandOf(total) : null;
        return new Score(
                on.on(),
                rubric.version(),
                rubric.inOrder(points),
                rubric.bonusOf(points),
                total,
                band == null ? null : band.code(),
                band != null && band.passing(),
                evidence,
                remarks,
                on.inexact());
    }

    public Day day() {
        return Day.of(on, precision);
    }
}
