package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A conclusion does not count any more, and never should have. */
record ConclusionVoided(@JsonUnwrapped Dimensions dimensions, String conclusion, String reason) {}
