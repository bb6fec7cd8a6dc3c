package vn.dvk.evaluation.domain.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.Model;

/** Whether the year was reviewed, and what was said last. */
public sealed interface ReviewState {

    record NotOpened() implements ReviewState {}

    record Reviewed(Model model, Review review, @Nullable LocalDate effectiveUntil) implements ReviewState {}
}
