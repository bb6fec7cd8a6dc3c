package vn.dvk.evaluation.domain.review;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.process.Evidence;

/**
 * What the review of a year says.
 *
 * @param id      follows from model and year
 * @param period  the year that is reviewed
 * @param on      the day of the review, in that year or after it
 * @param paper   that says so
 * @param remarks in words
 */
public record Review(
        String id,
        int period,
        ReviewOutcome outcome,
        LocalDate on,
        @Nullable Paper paper,
        @Nullable String remarks,
        List<Evidence> evidence) {

    public Review {
        evidence = List.copyOf(evidence);
    }
}
