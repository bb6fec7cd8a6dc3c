package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Printed;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.kit.decide.Precision;

/** Everything that can happen to a dossier. {@code on} is the business date. */
public sealed interface DossierEvent {

    /**
     * The model was registered.
     *
     * @param precision how much of that day is known; null: all of it
     */
    record Opened(Entry entry, LocalDate on, @Nullable Precision precision) implements DossierEvent {

        /** On a day that is known. */
        public Opened(Entry entry, LocalDate on) {
            this(entry, on, null);
        }
    }

    /**
     * Its registration was corrected, changed or transferred.
     *
     * @param merger by which it went over to another unit by itself, or did not after all
     */
    record Amended(Entry entry, LocalDate on, @Nullable Merger merger) implements DossierEvent {}

    /** Its registration was withdrawn. */
    record Withdrawn(Entry entry, LocalDate on) implements DossierEvent {}

    /** The council has concluded; a later conclusion replaces an earlier one. */
    record Evaluated(Evaluation evaluation) implements DossierEvent {}

    /** A conclusion of the council does not count any more, and never did. */
    record ConclusionVoided(String conclusion, String reason, LocalDate on) implements DossierEvent {}

    /**
     * @param conclusion the council's conclusion it rests on; null where the programme requires none
     * @param printed    of a person or household, what the decision prints; null where it names nobody
     * @param precision  how much of the day is known; null: all of it
     * @param session    in which it was decided, where the request names one
     */
    record Recognized(
            String recognition,
            String level,
            DecisionPaper decision,
            LocalDate on,
            @Nullable Period period,
            @Nullable String conclusion,
            @Nullable Printed printed,
            @Nullable Precision precision,
            @Nullable String session)
            implements DossierEvent {

        /** In no session in particular. */
        public Recognized(
                String recognition,
                String level,
                DecisionPaper decision,
                LocalDate on,
                @Nullable Period period,
                @Nullable String conclusion,
                @Nullable Printed printed,
                @Nullable Precision precision) {
            this(recognition, level, decision, on, period, conclusion, printed, precision, null);
        }

        /** On a day that is known. */
        public Recognized(
                String recognition,
                String level,
                DecisionPaper decision,
                LocalDate on,
                @Nullable Period period,
                @Nullable String conclusion,
                @Nullable Printed printed) {
            this(recognition, level, decision, on, period, conclusion, printed, null);
        }

        /** Nobody is named. */
        public Recognized(
                String recognition,
                String level,
                DecisionPaper decision,
                LocalDate on,
                @Nullable Period period,
                @Nullable String conclusion) {
            this(recognition, level, decision, on, period, conclusion, null, null);
        }
    }

    /** @param session in which it was decided; null: the only one */
    record RecognitionRefused(
            String refusal,
            String level,
            @Nullable String session,
            String reason,
            LocalDate on,
            @Nullable Period period,
            @Nullable DecisionPaper decision)
            implements DossierEvent {}

    /** It never read as it did; {@code on} is the day of the correction. */
    record RefusalCorrected(NonRecognition was, NonRecognition now, String reason, LocalDate on)
            implements DossierEvent {}

    record RecognitionRevoked(String recognition, Revocation revocation) implements DossierEvent {}

    record AwardGranted(String award, Award.Content content) implements DossierEvent {}

    /** It never read as it did; {@code on} is the day of the correction. */
    record AwardCorrected(String award, Award.Content was, Award.Content now, String reason, LocalDate on)
            implements DossierEvent {}

    record AwardRevoked(String award, Revocation revocation) implements DossierEvent {}

    /** @param precision how much of the day is known; null: all of it */
    record HoldPlaced(
            String hold,
            Hold.Kind kind,
            String reason,
            LocalDate on,
            @Nullable Precision precision) implements DossierEvent {

        /** On a day that is known. */
        public HoldPlaced(String hold, Hold.Kind kind, String reason, LocalDate on) {
            this(hold, kind, reason, on, null);
        }
    }

    record HoldReleased(String hold, Hold.Release release) implements DossierEvent {}
}
