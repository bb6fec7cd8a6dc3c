package vn.dvk.evaluation.domain.review;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Whether a model works (còn hiệu quả), as its reviews say. */
public final class Effective {

    private Effective() {}

    /** As much of a review as counts here. */
    public record Said(LocalDate on, int period, ReviewOutcome outcome) {}

    /**
     * The last review up to the day says whether it works, until the next one or until that is too long ago.
     *
     * @param lasting how long a review speaks for
     * @return the first day on which it will not count as working any more, if nothing more is said; empty if it does
     *     not on the day asked
     */
    public static Optional<LocalDate> until(Collection<Said> reviews, LocalDate day, Period lasting) {
        return reviews.stream()
                .filter(review -> !review.on().isAfter(day))
                .max(Comparator.comparing(Said::on).thenComparing(Said::period))
                .filter(review -> review.outcome().works())
                .map(review -> review.on().plus(lasting))
                .filter(day::isBefore);
    }
}
