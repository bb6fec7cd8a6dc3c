package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Precision;

/** A conclusion does not count any more, and never should have. */
record ConclusionVoided(
        @JsonUnwrapped Dimensions dimensions,
        String conclusion,
        String reason,
        @Nullable Precision precision) {}
