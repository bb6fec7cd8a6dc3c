package vn.dvk.evaluation.domain.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a model works (còn hiệu quả), as its reviews say. */
public final class Effective {

    private Effective() {}

    /**
     * As much of a review as counts here.
     *
     * @param until the first day on which it does not count any more; null: the model does not work
     */
    public record Said(LocalDate on, int period, @Nullable LocalDate until) {}

    /**
     * The last review up to the day says whether it works, until the next one or until that is too long ago.
     *
     * @return the first day on which it will not count as working any more, if nothing more is said; empty if it does
     *     not on the day asked
     */
    public static Optional<LocalDate> until(Collection<Said> reviews, LocalDate day) {
        return reviews.stream()
                .filter(review -> !review.on().isAfter(day))
                .max(Comparator.comparing(Said::on).thenComparing(Said::period))
                .flatMap(review -> Optional.ofNullable(review.until()))
                .filter(day::isBefore);
    }
}
