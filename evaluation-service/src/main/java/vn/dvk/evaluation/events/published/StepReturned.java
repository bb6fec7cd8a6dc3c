package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Precision;

/** A step is open again. */
record StepReturned(
        @JsonUnwrapped Dimensions dimensions,
        String step,
        int order,
        String reason,
        @Nullable Precision precision) {}
