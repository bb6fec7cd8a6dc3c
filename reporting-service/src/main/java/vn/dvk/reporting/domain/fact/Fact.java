package vn.dvk.reporting.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One countable thing, as it was known for a while.
 *
 * @param id         follows from the event it comes from and the correction it reflects
 * @param dimensions what it is counted by; what does not apply is absent
 * @param name       of the model, or of the person or unit an award for the movement went to
 * @param decision   number of the decision it rests on
 * @param place      where a model is replicated
 * @param due        of a step
 * @param on         business date: the day it happened
 * @param knownFrom  when it was recorded
 * @param knownTo    when it was corrected, revoked or left behind; null while it holds
 */
public record Fact(
        String id,
        Measure measure,
        Map<Dimension, String> dimensions,
        @Nullable String code,
        @Nullable String name,
        @Nullable String decision,
        @Nullable String place,
        @Nullable LocalDate due,
        LocalDate on,
        Instant knownFrom,
        @Nullable Instant knownTo) {

    public Fact {
        dimensions = Map.copyOf(dimensions);
    }

    public @Nullable String get(Dimension dimension) {
        return dimensions.get(dimension);
    }
}
