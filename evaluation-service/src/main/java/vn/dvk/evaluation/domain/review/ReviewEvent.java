package vn.dvk.evaluation.domain.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.Model;

/** Everything that can happen to the review of a year. */
public sealed interface ReviewEvent {

    /**
     * Replaces what was said before of the same year.
     *
     * @param model as it was then: what is told to the world about the review says so
     * @param effectiveUntil the first day on which the model does not count as working any more, if nothing more is
     *     said; null: it does not work
     */
    record Reviewed(Model model, Review review, @Nullable LocalDate effectiveUntil) implements ReviewEvent {}
}
