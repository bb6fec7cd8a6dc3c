package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.registration.domain.KnownPaper;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.unit.Mergers;

/** Everything that can be asked about a registration. */
public sealed interface RegistrationCommand {

    /**
     * Hands in what its unit has written.
     *
     * @param conditions as on that day
     */
    record Submit(Draft draft, Day on, Conditions conditions) implements RegistrationCommand {
        public Submit(Draft draft, LocalDate on, Conditions conditions) {
            this(draft, Day.of(on), conditions);
        }
    }

    /** The same for a row of many, which names its registration for ever: the same row again is nothing new. */
    record SubmitRow(Draft draft, Day on, Conditions conditions) implements RegistrationCommand {
        public SubmitRow(Draft draft, LocalDate on, Conditions conditions) {
            this(draft, Day.of(on), conditions);
        }
    }

    /**
     * @param historic looked up where something is missing
     * @param closings its programme may have been closed since it was handed in
     */
    record Select(Day on, @Nullable KnownPaper minutes, Historic historic, Closings closings)
            implements RegistrationCommand {
        public Select(LocalDate on, @Nullable Paper minutes) {
            this(Day.of(on), minutes == null ? null : KnownPaper.of(minutes), Historic.NONE, Closings.NONE);
        }
    }

    /** @param historic looked up where something is missing */
    record Return(Day on, String reason, Historic historic) implements RegistrationCommand {
        public Return(LocalDate on, String reason) {
            this(Day.of(on), reason, Historic.NONE);
        }
    }

    /**
     * Không duyệt: the review ends with a no, which is not the same as being sent back.
     *
     * @param historic looked up where something is missing
     */
    record Disapprove(Day on, String reason, Historic historic) implements RegistrationCommand {
        public Disapprove(LocalDate on, String reason) {
            this(Day.of(on), reason, Historic.NONE);
        }
    }

    /**
     * @param levels   with their days, because the day of the acceptance counts too
     * @param historic looked up where something is missing
     * @param closings its programme may have been closed since it was handed in
     * @param mergers  its unit may have been merged since it was handed in
     */
    record Accept(Day on, KnownPaper approval, Vocabulary levels, Historic historic, Closings closings, Mergers mergers)
            implements RegistrationCommand {
        public Accept(LocalDate on, Paper approval, Vocabulary levels, Mergers mergers) {
            this(Day.of(on), KnownPaper.of(approval), levels, Historic.NONE, Closings.NONE, mergers);
        }
    }

    /** Units were merged, or a merger was annulled: what such a unit leads goes over, or was never gone. */
    record FollowMergers(Mergers mergers) implements RegistrationCommand {}

    /**
     * It was always so.
     *
     * @param on         the day of the correction
     * @param conditions as on the day of the registration
     * @param alone      whether an officer says so alone: of a recognized model it is a proposal then
     * @param whole      the form as it is, with the texts that its stream does not keep; null where nothing is missing
     */
    record Correct(
            LocalDate on,
            NewValues values,
            String reason,
            @Nullable Paper paper,
            Conditions conditions,
            boolean alone,
            @Nullable Form whole)
            implements RegistrationCommand {

        Proposal toProposal() {
            return new Proposal(Proposal.Kind.CORRECTION, on, values, reason, paper);
        }
    }

    /**
     * It is so from a day on.
     *
     * @param on         the day from which it holds
     * @param conditions as on that day
     * @param alone      as with a correction
     * @param whole      as with a correction
     */
    record Change(
            LocalDate on,
            NewValues values,
            String reason,
            @Nullable Paper paper,
            Conditions conditions,
            boolean alone,
            @Nullable Form whole)
            implements RegistrationCommand {

        Proposal toProposal() {
            return new Proposal(Proposal.Kind.CHANGE, on, values, reason, paper);
        }
    }

    /**
     * @param conditions as the proposal's own correction or change would be checked
     * @param whole      as with a correction
     * @param values     what was proposed, with the texts that the stream does not keep; null where nothing is missing
     */
    record ApproveProposal(
            LocalDate on,
            Conditions conditions,
            @Nullable Form whole,
            @Nullable NewValues values) implements RegistrationCommand {}

    record RejectProposal(LocalDate on, String reason) implements RegistrationCommand {}

    /**
     * Another unit leads it from a day on.
     *
     * @param conditions of the new unit as on that day
     */
    record Transfer(
            Day on,
            String unit,
            @Nullable String reason,
            @Nullable Paper paper,
            Conditions conditions) implements RegistrationCommand {
        public Transfer(
                LocalDate on, String unit, @Nullable String reason, @Nullable Paper paper, Conditions conditions) {
            this(Day.of(on), unit, reason, paper, conditions);
        }
    }

    /**
     * The programme above counts it too from a day on (chuyển lên cấp trên); it is not registered again.
     *
     * @param programme   the one it is forwarded to
     * @param destination what is above the programme that it has come to
     */
    record Forward(LocalDate on, String programme, @Nullable Paper paper, Destination destination)
            implements RegistrationCommand {}

    /**
     * It was never forwarded to that programme: by mistake, or to the wrong one. What it was forwarded to from there is
     * undone first.
     *
     * @param on the day on which that was found
     */
    record UndoForward(LocalDate on, String programme, String reason) implements RegistrationCommand {}

    /** It never was: entered twice, or by mistake. */
    record MakeVoid(LocalDate on, String reason) implements RegistrationCommand {}

    /** Awards has told that a level has recognized it. */
    record NoteRecognition(String recognition) implements RegistrationCommand {}

    /** Awards has told that a recognition is no longer valid. */
    record NoteRevocation(String recognition) implements RegistrationCommand {}

    record Withdraw(LocalDate on, String reason) implements RegistrationCommand {}
}
