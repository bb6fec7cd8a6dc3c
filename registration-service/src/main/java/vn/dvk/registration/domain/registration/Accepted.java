package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;
import vn.dvk.registration.domain.KnownPaper;

/**
 * The superior's acceptance (phê duyệt) as it should always have been told.
 *
 * @param on        the day from which it is a registered model
 * @param precision how much of that day is known; null: all
 */
public record Accepted(LocalDate on, @Nullable Precision precision, KnownPaper approval) {

    public static Accepted of(Day on, KnownPaper approval) {
        return new Accepted(on.on(), on.inexact(), approval);
    }

    public Day day() {
        return Day.of(on, precision);
    }
}
