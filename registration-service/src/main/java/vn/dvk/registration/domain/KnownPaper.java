package vn.dvk.registration.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * A document as far as it is known.
 *
 * @param number    null where a historic programme's papers do not tell it
 * @param precision how much of its date is known; null: the day
 */
public record KnownPaper(
        @Nullable String number,
        LocalDate date,
        String issuer,
        @Nullable Precision precision) {

    /** All of it is known. */
    public static KnownPaper of(Paper paper) {
        return new KnownPaper(paper.number(), paper.date(), paper.issuer(), null);
    }

    public Day day() {
        return Day.of(date, precision);
    }

    /** Its date counted by the cut-off, if that falls into what is known of it. */
    public KnownPaper notPast(LocalDate cutOff) {
        return new KnownPaper(number, day().notPast(cutOff).on(), issuer, precision);
    }
}
