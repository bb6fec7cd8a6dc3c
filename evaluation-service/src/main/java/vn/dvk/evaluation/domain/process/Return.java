package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * Why a step that counted as done is open again (trả lại).
 *
 * @param precision how much of the day is known; null: all of it
 */
public record Return(LocalDate on, String reason, @Nullable Precision precision) {

    /** On a day that is known. */
    public Return(LocalDate on, String reason) {
        this(on, reason, null);
    }

    public Day day() {
        return Day.of(on, precision);
    }

    /** As it counts in that programme. */
    Return counted(Historic historic, String programme) {
        return new Return(historic.counted(day(), programme).on(), reason, precision);
    }
}
