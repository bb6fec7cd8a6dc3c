package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A step is open again. */
record StepReturned(@JsonUnwrapped Dimensions dimensions, String step, int order, String reason) {}
