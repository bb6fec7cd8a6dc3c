package vn.dvk.awards.domain;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * That something given is no longer valid (thu hồi), for a reason. It is never deleted.
 *
 * @param on     from when it ended, or the day it was annulled on
 * @param effect whether it ended or never was
 * @param precision how much of the day is known; null: all of it
 */
public record Revocation(
        String reason,
        LocalDate on,
        Effect effect,
        @Nullable DecisionPaper decision,
        @Nullable Precision precision) {

    /** On a day that is known. */
    public Revocation(String reason, LocalDate on, Effect effect, @Nullable DecisionPaper decision) {
        this(reason, on, effect, decision, null);
    }

    public Day day() {
        return Day.of(on, precision);
    }

    /** As it counts in a programme. */
    public Revocation counted(@Nullable LocalDate historicUntil) {
        return new Revocation(reason, CommonRules.counted(day(), historicUntil).on(), effect, decision, precision);
    }

    /** With its paper as it reads now. */
    public Revocation reading(UnaryOperator<DecisionPaper> now) {
        return decision == null ? this : new Revocation(reason, on, effect, now.apply(decision), precision);
    }

    public static @Nullable Revocation reading(@Nullable Revocation one, UnaryOperator<DecisionPaper> now) {
        return one == null ? null : one.reading(now);
    }

    /** The same revocation, whatever its paper is called by now. */
    public boolean isSameAs(Revocation other) {
        return reason.equals(other.reason)
                && day().equals(other.day())
                && effect == other.effect
                && DecisionPaper.isSame(decision, other.decision);
    }
}
