package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** There was a report on a period; what it says stays home. */
record ProgressReported(
        @JsonUnwrapped Dimensions dimensions,
        LocalDate from,
        LocalDate to,
        @Nullable List<EvidenceRef> evidence) {}
