package vn.dvk.evaluation.events.published;

import vn.dvk.evaluation.domain.review.ReviewEvent;
import vn.dvk.evaluation.domain.review.ReviewState;
import vn.dvk.evaluation.events.PublishedTypes;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/** A year's review, and each correction of it. Its subject is the review; its key is the model. */
public final class ReviewPublisher {

    private ReviewPublisher() {}

    public static Publication publish(ReviewState state, Recorded<ReviewEvent> recorded) {
        return switch (recorded.event()) {
            case ReviewEvent.Reviewed(var model, var review, var effectiveUntil) ->
                new Publication(
                        PublishedTypes.MODEL_REVIEWED,
                        model.id(),
                        new ModelReviewed(
                                Dimensions.of(model, review.on()),
                                review.id(),
                                review.period(),
                                review.outcome(),
                                effectiveUntil,
                                review.paper(),
                                EvidenceRef.of(review.evidence()),
                                review.precision(),
                                Dimensions.orNone(review.incomplete())));
        };
    }
}
