package vn.dvk.evaluation.domain.review;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.process.Evidence;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * What the review of a year says.
 *
 * @param id      follows from model and year
 * @param period  the year that is reviewed
 * @param on      the day of the review, in that year or after it
 * @param paper   that says so
 * @param remarks in words
 * @param precision how much of the day is known; null: all of it
 */
public record Review(
        String id,
        int period,
        ReviewOutcome outcome,
        LocalDate on,
        @Nullable Paper paper,
        @Nullable String remarks,
        List<Evidence> evidence,
        @Nullable Precision precision) {

    public Review {
        evidence = List.copyOf(evidence);
    }

    /** On a day that is known. */
    public Review(
            String id,
            int period,
            ReviewOutcome outcome,
            LocalDate on,
            @Nullable Paper paper,
            @Nullable String remarks,
            List<Evidence> evidence) {
        this(id, period, outcome, on, paper, remarks, evidence, null);
    }

    public Day day() {
        return Day.of(on, precision);
    }

    /** Until which day the model counts as working by this alone; null: it says that it does not work. */
    @Nullable
    LocalDate effectiveUntil(Period lasting) {
        return outcome.works() ? on.plus(lasting) : null;
    }

    /** What its papers do not tell, by name. */
    public List<String> incomplete() {
        return Historic.missing(day(), "paper", paper);
    }

    /** As it counts in that programme. */
    Review counted(Historic historic, String programme) {
        return new Review(
                id,
                period,
                outcome,
                historic.counted(day(), programme).on(),
                historic.counted(paper, programme),
                remarks,
                evidence,
                precision);
    }
}
