package vn.dvk.awards.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * A decision (quyết định) one can go and look up, as it is named by what rests on it.
 *
 * @param id         in the register of decisions; null for the paper of a replication, of which no register is kept
 * @param number     as it read then, null while it is not known; the register knows how it reads now
 * @param issuer     as it was named in the decision; bodies are renamed and dissolved, their decisions are not
 * @param legalBasis what was in force on its day
 * @param precision  how much of its date is known; null: the day
 */
public record DecisionPaper(
        @Nullable String id,
        @Nullable String number,
        LocalDate date,
        String issuer,
        List<String> legalBasis,
        @Nullable Precision precision) {

    public DecisionPaper {
        legalBasis = List.copyOf(legalBasis);
    }

    /** Its date is known. */
    public DecisionPaper(
            @Nullable String id, @Nullable String number, LocalDate date, String issuer, List<String> legalBasis) {
        this(id, number, date, issuer, legalBasis, null);
    }

    public Day day() {
        return Day.of(date, precision);
    }

    private String shownDate() {
        var known = day().asKnown();
        return known == null ? date.toString() : known;
    }

    /** Whether both name one paper, or none. */
    public static boolean isSame(@Nullable DecisionPaper one, @Nullable DecisionPaper other) {
        return one == null || other == null ? one == other : one.isSamePaperAs(other);
    }

    /** The same in the register, or read the same when it was named; the basis quoted does not make it another one. */
    public boolean isSamePaperAs(DecisionPaper other) {
        return (id != null && id.equals(other.id))
                || (number != null
                        && number.equals(other.number)
                        && date.equals(other.date)
                        && issuer.equals(other.issuer));
    }

    /** For a sentence: its number, or its day while that is not known. */
    public String asNumbered() {
        return number == null ? shownDate() : number;
    }

    /** For a correction to show which it was. */
    public String asWritten() {
        return "%s, %s, %s".formatted(number == null ? "?" : number, shownDate(), issuer);
    }
}
