package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.GoalValue;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * What the council has concluded (kết luận thẩm định).
 *
 * @param id         its number among the model's conclusions, from 1, the void ones counted
 * @param step       code of the step it completes; null in a process without one
 * @param rubric     version the result was found by
 * @param ineligible why it cannot be graded (không đủ điều kiện xếp loại); then there is no total, which is not a zero
 * @param passed     whether the grade's band passes; what is not eligible does not
 * @param total      the total that counts
 * @param self       total the owner had given, if all criteria were scored
 * @param superior   total the superior had given, if all criteria were scored
 * @param precision  how much of its day is known; null: all of it
 * @param values     how far each goal of the registration has come, as the council has found
 */
public record Conclusion(
        String id,
        @Nullable String step,
        LocalDate on,
        @Nullable Paper minutes,
        @Nullable String ineligible,
        String rubric,
        String grade,
        boolean passed,
        @Nullable Double total,
        @Nullable Double self,
        @Nullable Double superior,
        List<Evidence> evidence,
        @Nullable Precision precision,
        List<GoalValue> values) {

    public Conclusion {
        evidence = List.copyOf(evidence);
        // Of a conclusion that was drawn before there was such a thing there are none.
        values = values == null ? List.of() : List.copyOf(values);
    }

    /** On a day that is known. */
    public Conclusion(
            String id,
            @Nullable String step,
            LocalDate on,
            @Nullable Paper minutes,
            @Nullable String ineligible,
            String rubric,
            String grade,
            boolean passed,
            @Nullable Double total,
            @Nullable Double self,
            @Nullable Double superior,
            List<Evidence> evidence) {
        this(
                id,
                step,
                on,
                minutes,
                ineligible,
                rubric,
                grade,
                passed,
                total,
                self,
                superior,
                evidence,
                null,
                List.of());
    }

    public Day day() {
        return Day.of(on, precision);
    }

    /** What its papers do not tell, by name. */
    public List<String> incomplete() {
        return Historic.missing(day(), "minutes", minutes);
    }

    public boolean eligible() {
        return ineligible == null;
    }
}
