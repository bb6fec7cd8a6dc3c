package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.GivingRules;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Printed;
import vn.dvk.awards.domain.ProgrammeRules;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.kit.decide.Day;

/**
 * Everything that can be asked of a dossier.
 *
 * <p>The first five say what other services have told: it is so, and is only noted, never refused. The others are what
 * people want.
 */
public sealed interface DossierCommand {

    record Open(Entry entry, Day on) implements DossierCommand {

        /** On a day that is known. */
        public Open(Entry entry, LocalDate on) {
            this(entry, Day.of(on));
        }
    }

    record Amend(Entry entry, LocalDate on, @Nullable Merger merger) implements DossierCommand {}

    record Withdraw(Entry entry, LocalDate on) implements DossierCommand {}

    record NoteEvaluation(Evaluation evaluation) implements DossierCommand {}

    record NoteVoided(String conclusion, String reason, LocalDate on) implements DossierCommand {}

    /**
     * @param rules  null while this service has not heard of the model's programme
     * @param heldBy  the unit or subject whose hold is in the way on the decision's day; null if none is
     * @param printed of a person or household, what the decision prints; null where it is a list of codes
     * @param session in which it was decided; null: none in particular, so that no other has refused
     */
    record Recognize(
            String level,
            DecisionPaper decision,
            Day on,
            @Nullable Period period,
            @Nullable ProgrammeRules rules,
            @Nullable String heldBy,
            @Nullable Printed printed,
            @Nullable String session)
            implements DossierCommand {

        /** On a day that is known. */
        public Recognize(
                String level,
                DecisionPaper decision,
                LocalDate on,
                @Nullable Period period,
                @Nullable ProgrammeRules rules,
                @Nullable String heldBy,
                @Nullable Printed printed) {
            this(level, decision, Day.of(on), period, rules, heldBy, printed, null);
        }

        /** Nobody is named. */
        public Recognize(
                String level,
                DecisionPaper decision,
                LocalDate on,
                @Nullable Period period,
                @Nullable ProgrammeRules rules,
                @Nullable String heldBy) {
            this(level, decision, Day.of(on), period, rules, heldBy, null, null);
        }
    }

    /**
     * @param session in which it is refused; null: the only one
     * @param rules   null while this service has not heard of the model's programme
     */
    record RefuseRecognition(
            String level,
            @Nullable String session,
            String reason,
            LocalDate on,
            @Nullable Period period,
            @Nullable DecisionPaper decision,
            @Nullable ProgrammeRules rules)
            implements DossierCommand {}

    /** @param rules null while this service has not heard of the model's programme */
    record CorrectRefusal(
            String refusal,
            RefusalCorrection correction,
            @Nullable ProgrammeRules rules) implements DossierCommand {}

    /** @param historicUntil the cut-off of the model's programme, if it is historic; looked up only where less than the day is told */
    record RevokeRecognition(
            String recognition,
            Revocation revocation,
            @Nullable LocalDate historicUntil) implements DossierCommand {
        public RevokeRecognition(String recognition, Revocation revocation) {
            this(recognition, revocation, null);
        }
    }

    /**
     * @param named        who receives it, if the caller names them
     * @param unitName     what the unit that led the model on the decision's day was called; null while this service has not heard of it
     * @param unknownUnits of those named, code by field
     * @param heldBy       the unit or subject whose hold is in the way on the decision's day; null if none is
     * @param printed      of a person or household, instead of a recipient: what the decision prints
     */
    record GrantAward(
            Commendation commendation,
            List<Recipient> named,
            @Nullable String unitName,
            Map<String, String> unknownUnits,
            GivingRules rules,
            @Nullable String heldBy,
            @Nullable Printed printed)
            implements DossierCommand {
        public GrantAward {
            named = List.copyOf(named);
            unknownUnits = Map.copyOf(unknownUnits);
        }

        /** To those it names, or to whom it goes by itself. */
        public GrantAward(
                Commendation commendation,
                List<Recipient> named,
                @Nullable String unitName,
                Map<String, String> unknownUnits,
                GivingRules rules,
                @Nullable String heldBy) {
            this(commendation, named, unitName, unknownUnits, rules, heldBy, null);
        }
    }

    /**
     * @param unknownUnits of the recipients, code by field
     * @param heldBy       the unit or subject whose hold is in the way of what is new about it; null if none is
     */
    record CorrectAward(
            String award,
            AwardCorrection correction,
            Map<String, String> unknownUnits,
            GivingRules rules,
            @Nullable String heldBy)
            implements DossierCommand {
        public CorrectAward {
            unknownUnits = Map.copyOf(unknownUnits);
        }
    }

    /** @param historicUntil as for a recognition */
    record RevokeAward(
            String award, Revocation revocation, @Nullable LocalDate historicUntil) implements DossierCommand {
        public RevokeAward(String award, Revocation revocation) {
            this(award, revocation, null);
        }
    }

    /** @param historicUntil as for a revocation */
    record PlaceHold(
            Hold.Kind kind, String reason, Day on, @Nullable LocalDate historicUntil) implements DossierCommand {

        /** On a day that is known. */
        public PlaceHold(Hold.Kind kind, String reason, LocalDate on) {
            this(kind, reason, Day.of(on), null);
        }
    }

    /** @param historicUntil as for a revocation */
    record ReleaseHold(
            String hold, Hold.Release release, @Nullable LocalDate historicUntil) implements DossierCommand {
        public ReleaseHold(String hold, Hold.Release release) {
            this(hold, release, null);
        }
    }
}
