package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * Why a conclusion does not count any more, as if it had never been drawn (hủy kết luận).
 *
 * @param precision how much of the day is known; null: all of it
 */
public record Voiding(LocalDate on, String reason, @Nullable Precision precision) {

    /** On a day that is known. */
    public Voiding(LocalDate on, String reason) {
        this(on, reason, null);
    }

    /** Together with the step that it completed. */
    static Voiding by(Return why) {
        return new Voiding(why.on(), why.reason(), why.precision());
    }

    public Day day() {
        return Day.of(on, precision);
    }

    /** As it counts in that programme. */
    Voiding counted(Historic historic, String programme) {
        return new Voiding(historic.counted(day(), programme).on(), reason, precision);
    }
}
