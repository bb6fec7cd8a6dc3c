package vn.dvk.reporting.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One countable thing on two axes of time: when it was so, and when we knew.
 *
 * <p>What ends later (revoked from a date, stopped, replaced) has an {@code until}: the days before it stay as they were.
 * What was wrong from the start (corrected, annulled, voided) has a {@code knownTo}: it was never so, we only thought so.
 *
 * @param id         follows from the event it comes from and the correction it reflects
 * @param dimensions what it is counted by; what does not apply is absent
 * @param name       of the model, or of the person or unit an award for the movement went to
 * @param decision   number of the decision it rests on
 * @param place      where a model is replicated
 * @param due        of a step
 * @param attributed the day whose organisation it belongs to: of a state that of the registration, else {@code on}
 * @param on         business date: the day it happened, and the first on which it is so
 * @param until      the first day on which it is no longer so; null while it is
 * @param untilKnown when the log had that end; asked as known before, it goes on
 * @param knownFrom  when the log had the event it comes from, the first time
 * @param knownTo    when the log had what found it wrong; null while it stands
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
        LocalDate attributed,
        LocalDate on,
        @Nullable LocalDate until,
        @Nullable Instant untilKnown,
        Instant knownFrom,
        @Nullable Instant knownTo) {

    public Fact {
        dimensions = Map.copyOf(dimensions);
    }

    /** The same thing as it was thought to be for a while; what had ended by then only if that was known by then. */
    Fact version(
            String versionId,
            Map<Dimension, String> counted,
            @Nullable String withCode,
            @Nullable String withName,
            @Nullable String withDecision,
            Instant from,
            @Nullable Instant to) {
        var hasEnded = untilKnown != null && (to == null || untilKnown.isBefore(to));
        return new Fact(
                versionId,
                measure,
                counted,
                withCode,
                withName,
                withDecision,
                place,
                due,
                attributed,
                on,
                hasEnded ? until : null,
                hasEnded ? untilKnown : null,
                from,
                to);
    }

    public @Nullable String get(Dimension dimension) {
        return dimensions.get(dimension);
    }
}
