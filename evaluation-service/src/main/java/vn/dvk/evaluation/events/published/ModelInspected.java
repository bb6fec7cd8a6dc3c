package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The superior has visited; what was found stays home. */
record ModelInspected(
        @JsonUnwrapped Dimensions dimensions,
        String inspection,
        @Nullable List<EvidenceRef> evidence) {}
