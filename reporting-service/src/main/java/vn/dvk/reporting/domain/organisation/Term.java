package vn.dvk.reporting.domain.organisation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A word that is data: a level, a form of award, a kind of unit, … Facts name it by its code, reports by its name.
 *
 * @param rank         place among the others of its vocabulary, low first
 * @param from         first day on which it is in force; null: ever since
 * @param to           last day; null: still
 * @param shippedTerms how many of its vocabulary come with the platform; null: it is none of them
 */
public record Term(
        String vocabulary,
        String code,
        Name name,
        int rank,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer shippedTerms) {

    public static final String LEVEL = "level";
    public static final String TRACK = "track";
    public static final String UNIT_KIND = "unit-kind";
    public static final String AWARD_FORM = "award-form";
    public static final String GRADE = "grade";

    static final Comparator<Term> IN_ORDER =
            Comparator.comparing(Term::vocabulary).thenComparing(Term::rank).thenComparing(Term::code);

    /** @param en null: the Vietnamese one */
    public record Name(String vi, @Nullable String en) {
        public String in(boolean vietnamese) {
            return vietnamese || en == null ? vi : en;
        }
    }

    public Term {
        Objects.requireNonNull(vocabulary, "vocabulary");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
    }

    /** The same word, maybe said otherwise. */
    public boolean isTheSameAs(Term other) {
        return vocabulary.equals(other.vocabulary) && code.equals(other.code);
    }

    public boolean isInForce(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }
}
