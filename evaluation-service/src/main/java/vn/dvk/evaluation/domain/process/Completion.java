package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Paper;

/**
 * That a step is done, and what shows it.
 *
 * @param on the day it was done, which may be long before it is recorded
 */
public record Completion(
        LocalDate on,
        @Nullable Paper document,
        List<Evidence> evidence,
        @Nullable String note) {

    public Completion {
        evidence = List.copyOf(evidence);
    }
}
