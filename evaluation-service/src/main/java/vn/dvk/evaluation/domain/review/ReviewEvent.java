package vn.dvk.evaluation.domain.review;

import vn.dvk.evaluation.domain.process.Model;

/** Everything that can happen to the review of a year. */
public sealed interface ReviewEvent {

    /**
     * Replaces what was said before of the same year.
     *
     * @param model as it was then: what is told to the world about the review says so
     */
    record Reviewed(Model model, Review review) implements ReviewEvent {}
}
