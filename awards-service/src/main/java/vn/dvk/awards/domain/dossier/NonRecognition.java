package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Period;

/**
 * A level's decision not to recognize (không công nhận).
 *
 * @param period the time it is for; null: the programme's
 */
public record NonRecognition(
        String refusal,
        String level,
        String reason,
        LocalDate on,
        @Nullable Period period,
        @Nullable DecisionPaper decision) {

    /** With its paper as it reads now. */
    NonRecognition reading(UnaryOperator<DecisionPaper> now) {
        return decision == null ? this : new NonRecognition(refusal, level, reason, on, period, now.apply(decision));
    }

    /** Whether it says what is asked for, so that asking again is asking for what is already so. */
    public boolean says(String reason, LocalDate on, @Nullable DecisionPaper decision) {
        return this.reason.equals(reason) && this.on.equals(on) && DecisionPaper.isSame(this.decision, decision);
    }
}
