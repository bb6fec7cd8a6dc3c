package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Incomplete;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Printed;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * A level's decision that the model meets its criteria (công nhận).
 *
 * @param period     the time it is for; null: the programme's
 * @param conclusion id of the council's conclusion it rests on; null where the programme requires none
 * @param printed    of a person or household, what the decision prints; null where it names nobody
 * @param flagged    that this conclusion was voided since: it stays flagged until the authority revokes it
 * @param precision  how much of the day is known; null: all of it
 */
public record Recognition(
        String recognition,
        String level,
        DecisionPaper decision,
        LocalDate on,
        @Nullable Period period,
        @Nullable String conclusion,
        @Nullable Printed printed,
        @Nullable Revocation revoked,
        Conclusion.@Nullable Voiding flagged,
        @Nullable Precision precision) {

    public Day day() {
        return Day.of(on, precision);
    }

    /** What its papers do not tell. */
    public List<String> incomplete() {
        return Incomplete.of(day(), decision);
    }

    public boolean stands() {
        return revoked == null;
    }

    /** While it stands on a conclusion that does not. */
    public boolean needsAttention() {
        return stands() && flagged != null;
    }

    /** With its papers as they read now. */
    Recognition reading(UnaryOperator<DecisionPaper> now) {
        return new Recognition(
                recognition,
                level,
                now.apply(decision),
                on,
                period,
                conclusion,
                printed,
                Revocation.reading(revoked, now),
                flagged,
                precision);
    }

    Recognition flagged(Conclusion.Voiding by) {
        return new Recognition(recognition, level, decision, on, period, conclusion, printed, revoked, by, precision);
    }

    Recognition revoked(Revocation by) {
        return new Recognition(recognition, level, decision, on, period, conclusion, printed, by, flagged, precision);
    }
}
