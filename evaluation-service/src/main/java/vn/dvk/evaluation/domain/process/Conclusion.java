package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.rubric.Rubric;

/**
 * What the council has concluded (kết luận thẩm định).
 *
 * @param rubric     version the result was found by
 * @param ineligible why it cannot be graded (không đủ điều kiện xếp loại); then there is no total, which is not a zero
 * @param total      the superior's total
 * @param self       what the owner had given, if anything
 */
public record Conclusion(
        LocalDate on,
        @Nullable Paper minutes,
        @Nullable String ineligible,
        String rubric,
        String grade,
        @Nullable Double total,
        @Nullable Double self,
        @Nullable Double superior) {

    public boolean eligible() {
        return ineligible == null;
    }

    public boolean passed() {
        return !grade.equals(Rubric.FAIL) && !grade.equals(Rubric.INELIGIBLE);
    }
}
