package vn.dvk.evaluation.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * A document (văn bản) one can go and look up: a number alone is not a key.
 *
 * @param number    null where the papers of a historic programme do not tell it
 * @param precision how much of its date is known; null: the day
 */
public record Paper(
        @Nullable String number,
        LocalDate date,
        String issuer,
        @Nullable Precision precision) {

    /** Its date is known. */
    public Paper(@Nullable String number, LocalDate date, String issuer) {
        this(number, date, issuer, null);
    }

    public Day day() {
        return Day.of(date, precision);
    }

    /** Its date counted by the cut-off, if that falls into what is known of it. */
    Paper notPast(LocalDate cutOff) {
        return new Paper(number, day().notPast(cutOff).on(), issuer, precision);
    }
}
