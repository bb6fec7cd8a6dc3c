package vn.dvk.evaluation.domain.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Whether a model was given up (dừng, kết thúc), as its reviews say: then nothing is expected of it any more. */
public final class GivenUp {

    private GivenUp() {}

    /**
     * As much of a review as counts here.
     *
     * @param givesUp whether it says so
     */
    public record Said(LocalDate on, int period, boolean givesUp) {}

    /**
     * What is due after the day of a review that gives it up is not expected, unless a later review takes it up again.
     *
     * @param asked only what was said up to that day counts
     */
    public static boolean before(LocalDate due, LocalDate asked, Collection<Said> reviews) {
        @Nullable
        Said last = reviews.stream()
                .filter(review -> review.on().isBefore(due) && !review.on().isAfter(asked))
                .max(Comparator.comparing(Said::on).thenComparing(Said::period))
                .orElse(null);
        return last != null && last.givesUp();
    }
}
