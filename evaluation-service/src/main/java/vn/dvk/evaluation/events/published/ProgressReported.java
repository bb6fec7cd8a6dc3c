package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.GoalValue;

/** There was a report on a period; of what it says, only the values of the goals are told. */
record ProgressReported(
        @JsonUnwrapped Dimensions dimensions,
        LocalDate from,
        LocalDate to,
        @Nullable List<GoalValue> values,
        @Nullable List<EvidenceRef> evidence) {}
