package vn.dvk.awards.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision (quyết định) one can go and look up.
 *
 * @param number     not a key by itself: every issuer counts from 1 each year
 * @param issuer     as it was named in the decision; bodies are renamed and dissolved, their decisions are not
 * @param legalBasis what was in force on its day
 */
public record DecisionPaper(String number, LocalDate date, String issuer, List<String> legalBasis) {

    public DecisionPaper {
        legalBasis = List.copyOf(legalBasis);
    }

    public static boolean isSame(@Nullable DecisionPaper one, @Nullable DecisionPaper other) {
        return one == null || other == null ? one == other : one.isSamePaperAs(other);
    }

    /** For a correction or a refusal to name it. */
    public String asWritten() {
        return "%s, %s, %s".formatted(number, date, issuer);
    }

    /** Number, date and issuer together say which paper it is; the basis quoted does not make it another one. */
    public boolean isSamePaperAs(DecisionPaper other) {
        return number.equals(other.number) && date.equals(other.date) && issuer.equals(other.issuer);
    }
}
