package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The superior has visited; what was found stays home. */
record ModelInspected(@JsonUnwrapped Dimensions dimensions) {}
