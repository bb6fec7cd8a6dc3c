package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Change;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Period;

/**
 * A level's decision not to recognize (không công nhận), in one session (phiên xét): another session may decide otherwise.
 *
 * @param session what the session is called; null: the only one
 * @param period  the time it is for; null: the programme's
 */
public record NonRecognition(
        String refusal,
        String level,
        @Nullable String session,
        String reason,
        LocalDate on,
        @Nullable Period period,
        @Nullable DecisionPaper decision) {

    /** With its paper as it reads now. */
    NonRecognition reading(UnaryOperator<DecisionPaper> now) {
        return decision == null
                ? this
                : new NonRecognition(refusal, level, session, reason, on, period, now.apply(decision));
    }

    /** Whether it was decided in that session. A session is the same whatever the case and the blanks around its name. */
    public boolean isOf(@Nullable String other) {
        return session == null || other == null
                ? session == null && other == null
                : session.strip().equalsIgnoreCase(other.strip());
    }

    /** Which fields a correction has changed. */
    public static List<Change> changes(NonRecognition was, NonRecognition now) {
        return new Change.Comparison<>(was, now)
                .field("level", NonRecognition::level)
                .field("session", NonRecognition::session)
                .field("on", NonRecognition::on)
                .field("period", NonRecognition::period)
                .field("decision", one -> one.decision == null ? null : one.decision.asWritten())
                .field("reason", NonRecognition::reason)
                .changes();
    }

    /** Whether it says what is asked for, so that asking again is asking for what is already so. */
    public boolean says(String reason, LocalDate on, @Nullable DecisionPaper decision) {
        return this.reason.equals(reason) && this.on.equals(on) && DecisionPaper.isSame(this.decision, decision);
    }
}
