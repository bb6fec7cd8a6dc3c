package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.review.ReviewOutcome;
import vn.dvk.kit.decide.Precision;

/** What the review of a year says of the model; said again with the same id, it replaces what was said before. */
record ModelReviewed(
        @JsonUnwrapped Dimensions dimensions,
        String review,
        int period,
        ReviewOutcome outcome,
        @Nullable LocalDate effectiveUntil,
        @Nullable Paper paper,
        @Nullable List<EvidenceRef> evidence,
        @Nullable Precision precision,
        @Nullable List<String> incomplete) {}
