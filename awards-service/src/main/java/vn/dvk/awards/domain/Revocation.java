package vn.dvk.awards.domain;

import java.time.LocalDate;
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

    /** The same revocation, whatever its paper is called by now. */
    public boolean isSameAs(Revocation other) {
        return reason.equals(other.reason)
                && on.equals(other.on)
                && effect == other.effect
                && DecisionPaper.isSame(decision, other.decision);
    }
}
