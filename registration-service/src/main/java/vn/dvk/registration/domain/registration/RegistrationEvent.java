package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;
import vn.dvk.registration.domain.KnownPaper;
import vn.dvk.registration.domain.Paper;

/** Everything that can happen to a registration. {@code on} is the business date. */
public sealed interface RegistrationEvent {

    /**
     * The stream begins with it; it comes again after each return.
     *
     * @param draft     what was handed in
     * @param precision how much of the day is known; null: all
     */
    record Submitted(Draft draft, LocalDate on, @Nullable Precision precision) implements RegistrationEvent {
        public Submitted(Draft draft, LocalDate on) {
            this(draft, on, null);
        }
    }

    /** The base has chosen it (xét chọn). */
    record Selected(
            LocalDate on,
            @Nullable KnownPaper minutes,
            @Nullable Precision precision) implements RegistrationEvent {
        public Selected(LocalDate on, @Nullable Paper minutes) {
            this(on, minutes == null ? null : KnownPaper.of(minutes), null);
        }
    }

    /** @param precision how much of the day is known; null: all */
    record Returned(LocalDate on, String reason, @Nullable Precision precision) implements RegistrationEvent {
        public Returned(LocalDate on, String reason) {
            this(on, reason, null);
        }
    }

    /**
     * The review has ended with a no (không duyệt); nothing more happens to it.
     *
     * @param precision how much of the day is known; null: all
     */
    record NotApproved(
            LocalDate on, String reason, @Nullable Precision precision) implements RegistrationEvent {
        public NotApproved(LocalDate on, String reason) {
            this(on, reason, null);
        }
    }

    /** The superior has approved it (phê duyệt): from now on it is a registered model. */
    record Registered(
            LocalDate on, KnownPaper approval, @Nullable Precision precision) implements RegistrationEvent {
        public Registered(LocalDate on, Paper approval) {
            this(on, KnownPaper.of(approval), null);
        }
    }

    /**
     * It was always so: whoever counts tells the past anew.
     *
     * @param on       the day of the correction
     * @param fields   names of the fields that were wrong; {@code registeredOn} and {@code approval} of the acceptance
     * @param form     as it should always have been
     * @param accepted as it should always have been; null if nothing about it was wrong
     */
    record Corrected(
            LocalDate on,
            List<String> fields,
            String reason,
            @Nullable Paper paper,
            Form form,
            @Nullable Accepted accepted)
            implements RegistrationEvent {
        public Corrected {
            fields = List.copyOf(fields);
        }

        /** Of the form alone. */
        public Corrected(LocalDate on, List<String> fields, String reason, @Nullable Paper paper, Form form) {
            this(on, fields, reason, paper, form, null);
        }
    }

    /**
     * It is so from a day on; before it was as it was.
     *
     * @param on     the day from which it holds
     * @param fields names of the fields that are new
     */
    record Changed(
            LocalDate on,
            List<String> fields,
            String reason,
            @Nullable Paper paper,
            Form form) implements RegistrationEvent {
        public Changed {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Another unit leads it from that day on.
     *
     * @param succession id of the merger by which it went over by itself; null if a person handed it over
     * @param precision  how much of the day is known; null: all
     */
    record Transferred(
            LocalDate on,
            String from,
            String to,
            @Nullable String reason,
            @Nullable Paper paper,
            @Nullable String succession,
            @Nullable Precision precision)
            implements RegistrationEvent {
        public Transferred(
                LocalDate on,
                String from,
                String to,
                @Nullable String reason,
                @Nullable Paper paper,
                @Nullable String succession) {
            this(on, from, to, reason, paper, succession, null);
        }

        Day day() {
            return Day.of(on, precision);
        }
    }

    /**
     * It never went over by itself: the merger was annulled.
     *
     * @param on         the day from which it was thought to have gone over
     * @param from       the unit that led it until this was found
     * @param to         the unit that leads it now; the same, if a person has handed it on in between
     * @param succession id of the merger
     */
    record TransferUndone(LocalDate on, String from, String to, String succession) implements RegistrationEvent {}

    /**
     * The programme above counts it too from that day on.
     *
     * @param programme the one above
     * @param fields    what each field of the entry's own programme counts as there: a field that is corrected later
     *                  finds its own
     */
    record Forwarded(
            LocalDate on,
            String programme,
            List<FieldMapping> fields,
            @Nullable Paper paper) implements RegistrationEvent {
        public Forwarded {
            fields = List.copyOf(fields);
        }
    }

    /**
     * It was never forwarded: the programme above never counted it.
     *
     * @param on   the day on which that was found
     * @param what the forwarding that was none
     */
    record ForwardUndone(LocalDate on, Forwarded what, String reason) implements RegistrationEvent {}

    /** It never was. */
    record Voided(LocalDate on, String reason) implements RegistrationEvent {}

    /** A level has recognized it. */
    record RecognitionNoted(String recognition) implements RegistrationEvent {}

    record RevocationNoted(String recognition) implements RegistrationEvent {}

    /** A recognized model would be corrected or changed; it waits for a reviewer. */
    record Proposed(Proposal proposal) implements RegistrationEvent {}

    /** What was proposed follows right after it. */
    record ProposalApproved(LocalDate on) implements RegistrationEvent {}

    record ProposalRejected(LocalDate on, String reason) implements RegistrationEvent {}

    /** It was, and ended. */
    record Withdrawn(LocalDate on, String reason) implements RegistrationEvent {}
}
