package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/** There was a report on a period; what it says stays home. */
record ProgressReported(@JsonUnwrapped Dimensions dimensions, LocalDate from, LocalDate to) {}
