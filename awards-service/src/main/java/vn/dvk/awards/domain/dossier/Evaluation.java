package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * What the council concluded.
 *
 * @param conclusion id of the conclusion, by which it can be voided
 * @param eligible whether it could be graded at all; “không đủ điều kiện xếp loại” is a result, not a zero
 * @param total    points out of 100, absent when it was not eligible
 * @param precision how much of the day is known; null: all of it
 */
public record Evaluation(
        String conclusion,
        boolean passed,
        boolean eligible,
        String grade,
        @Nullable Double total,
        LocalDate on,
        @Nullable Precision precision) {

    /** On a day that is known. */
    public Evaluation(
            String conclusion, boolean passed, boolean eligible, String grade, @Nullable Double total, LocalDate on) {
        this(conclusion, passed, eligible, grade, total, on, null);
    }

    public Day day() {
        return Day.of(on, precision);
    }
}
