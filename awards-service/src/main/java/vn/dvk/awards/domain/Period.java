package vn.dvk.awards.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Refusal;

/**
 * The time a merit or a recognition covers, which is not the year of the decision. Both days included.
 *
 * <p>Where none is stated, the programme's own period is meant.
 */
public record Period(LocalDate from, LocalDate to) {

    @Override
    public String toString() {
        return from + "/" + to;
    }

    public static Optional<Refusal> runsForward(@Nullable Period period) {
        return period != null && period.to().isBefore(period.from())
                ? Optional.of(CommonRules.fault("period.to", AwardsReason.PERIOD_REVERSED, period.from(), period.to()))
                : Optional.empty();
    }

    /** Whether both are the programme's own, or share a day: then a level decides about it once. */
    public static boolean isSame(@Nullable Period one, @Nullable Period other) {
        return one == null || other == null ? one == other : one.shares(other);
    }

    /** Whether the same achievement may be meant. The programme's own period may be any part of it, so it always may. */
    public static boolean mayBeSame(@Nullable Period one, @Nullable Period other) {
        return one == null || other == null || one.shares(other);
    }

    private boolean shares(Period other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
