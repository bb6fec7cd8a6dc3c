package vn.dvk.awards.domain;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * That something given is no longer valid (thu hồi), for a reason. It is never deleted.
 *
 * @param on     from when it ended, or the day it was annulled on
 * @param effect whether it ended or never was
 */
public record Revocation(
        String reason,
        LocalDate on,
        Effect effect,
        @Nullable DecisionPaper decision) {

    /** With its paper as it reads now. */
    public Revocation reading(UnaryOperator<DecisionPaper> now) {
        return decision == null ? this : new Revocation(reason, on, effect, now.apply(decision));
    }

    public static @Nullable Revocation reading(@Nullable Revocation one, UnaryOperator<DecisionPaper> now) {
        return one == null ? null : one.reading(now);
    }

    /** The same revocation, whatever its paper is called by now. */
    public boolean isSameAs(Revocation other) {
        return reason.equals(other.reason)
                && on.equals(other.on)
                && effect == other.effect
                && DecisionPaper.isSame(decision, other.decision);
    }
}
