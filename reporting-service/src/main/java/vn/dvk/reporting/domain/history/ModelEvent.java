package vn.dvk.reporting.domain.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to a model, as far as reports need it; our own reading of the others' events.
 *
 * <p>Only what is beyond {@link EventDimensions}. The names on the wire are listed once, with the
 * other consumed types. A switch over this type has no
 * default, so a new event has to be thought about wherever events are read.
 */
public sealed interface ModelEvent {

    /**
     * @param continues the entry of an earlier period that it goes on from
     * @param precision how much of the day is known; null: all
     */
    record Submitted(
            @Nullable String level,
            @Nullable String continues,
            @Nullable Precision precision) implements ModelEvent, AsKnown {}

    record Returned(@Nullable String reason, @Nullable Precision precision) implements ModelEvent, AsKnown {}

    /** The review has ended with a no. */
    record NotApproved(@Nullable String reason, @Nullable Precision precision) implements ModelEvent, AsKnown {}

    record Registered(
            @Nullable String level,
            @Nullable String origin,
            @Nullable String replicaOf,
            @Nullable String replication,
            @Nullable String place,
            @Nullable LocalDate chosenOn,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate selectedOn,
            @Nullable Paper approval,
            List<Goal> goals,
            @Nullable String continues,
            List<Owner> owners,
            @Nullable Precision precision,
            List<String> incomplete)
            implements ModelEvent, AsKnown {
        public Registered {
            goals = orNone(goals);
            owners = orNone(owners);
            incomplete = orNone(incomplete);
        }
    }

    /**
     * It was always so.
     *
     * @param accepted the acceptance, if that was wrong
     */
    record Corrected(
            @Nullable String level,
            @Nullable String place,
            List<String> fields,
            @Nullable String reason,
            List<Goal> goals,
            @Nullable String continues,
            List<Owner> owners,
            @Nullable String origin,
            @Nullable String replicaOf,
            @Nullable Accepted accepted)
            implements ModelEvent {
        public Corrected {
            fields = List.copyOf(Objects.requireNonNull(fields, "fields"));
            goals = orNone(goals);
            owners = orNone(owners);
        }
    }

    /** What the registration should have told of its day and paper. */
    record Accepted(
            LocalDate on,
            @Nullable Precision precision,
            @Nullable Paper approval,
            List<String> incomplete) {
        public Accepted {
            incomplete = orNone(incomplete);
        }
    }

    /** It is so from the event's day on. */
    record Changed(
            @Nullable String level,
            @Nullable String place,
            List<String> fields,
            @Nullable String reason,
            List<Goal> goals,
            @Nullable String continues,
            List<Owner> owners)
            implements ModelEvent {
        public Changed {
            fields = List.copyOf(Objects.requireNonNull(fields, "fields"));
            goals = orNone(goals);
            owners = orNone(owners);
        }
    }

    /**
     * @param from       the unit that led it before the event's day
     * @param succession the merger by which it went over by itself; absent if a person handed it over
     * @param undone     it never went over: the merger was annulled
     */
    record Transferred(
            String from,
            @Nullable String reason,
            @Nullable String succession,
            @Nullable Boolean undone,
            List<Owner> owners,
            @Nullable Precision precision)
            implements ModelEvent, AsKnown {
        public Transferred {
            Objects.requireNonNull(from, "from");
            owners = orNone(owners);
        }
    }

    /**
     * The programme above counts it too.
     *
     * @param to     that programme
     * @param fields what each field of its own programme counts as there
     * @param undone it never did: the forwarding was a mistake
     */
    record Forwarded(
            String to, List<FieldMapping> fields, @Nullable Boolean undone) implements ModelEvent {
        public Forwarded {
            Objects.requireNonNull(to, "to");
            fields = List.copyOf(Objects.requireNonNull(fields, "fields"));
        }

        /** What an own field counts as above; null if it counts as none. */
        public @Nullable String countsAs(@Nullable String field) {
            return fields.stream()
                    .filter(one -> one.field().equals(field))
                    .map(FieldMapping::as)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** It never was. */
    record Voided(@Nullable String reason) implements ModelEvent {}

    record Withdrawn(@Nullable String reason) implements ModelEvent {}

    record Opened(List<Step> steps) implements ModelEvent {
        public Opened {
            steps = List.copyOf(Objects.requireNonNull(steps, "steps"));
        }
    }

    record StepCompleted(
            String step,
            int order,
            @Nullable LocalDate due,
            @Nullable Paper document,
            boolean late,
            boolean last,
            @Nullable Precision precision,
            List<String> incomplete)
            implements ModelEvent, AsKnown {
        public StepCompleted {
            Objects.requireNonNull(step, "step");
            incomplete = orNone(incomplete);
        }
    }

    record StepReturned(String step, int order, @Nullable String reason) implements ModelEvent {
        public StepReturned {
            Objects.requireNonNull(step, "step");
        }
    }

    record Reported(@Nullable LocalDate from, @Nullable LocalDate to, List<GoalValue> values) implements ModelEvent {
        public Reported {
            values = orNone(values);
        }
    }

    record Inspected(@Nullable String inspection) implements ModelEvent {}

    record Evaluated(
            @Nullable String conclusion,
            @Nullable String rubric,
            boolean eligible,
            @Nullable BigDecimal total,
            @Nullable String grade,
            boolean passed,
            @Nullable BigDecimal self,
            @Nullable BigDecimal superior,
            @Nullable Precision precision,
            List<String> incomplete,
            List<GoalValue> values)
            implements ModelEvent, AsKnown {
        public Evaluated {
            values = orNone(values);
            incomplete = orNone(incomplete);
        }
    }

    record ConclusionVoided(String conclusion, @Nullable String reason) implements ModelEvent {
        public ConclusionVoided {
            Objects.requireNonNull(conclusion, "conclusion");
        }
    }

    /**
     * @param period         the year
     * @param effectiveUntil the first day on which the model does not count as effective any more; null: it does not
     */
    record Reviewed(
            String review,
            int period,
            String outcome,
            @Nullable LocalDate effectiveUntil,
            @Nullable Precision precision,
            List<String> incomplete)
            implements ModelEvent, AsKnown {
        public Reviewed {
            incomplete = orNone(incomplete);
            Objects.requireNonNull(review, "review");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    record Recognized(
            String recognition,
            String level,
            @Nullable Paper decision,
            @Nullable Precision precision,
            List<String> incomplete)
            implements ModelEvent, AsKnown {
        public Recognized {
            incomplete = orNone(incomplete);
            Objects.requireNonNull(recognition, "recognition");
            Objects.requireNonNull(level, "level");
        }
    }

    record RecognitionRefused(
            String refusal, String level, @Nullable String reason) implements ModelEvent {
        public RecognitionRefused {
            Objects.requireNonNull(refusal, "refusal");
            Objects.requireNonNull(level, "level");
        }
    }

    /**
     * The refusal as it should have read.
     *
     * @param refusedOn the day it counts by; the event's own day is the correction's
     */
    record RefusalCorrected(String refusal, String level, LocalDate refusedOn) implements ModelEvent {
        public RefusalCorrected {
            Objects.requireNonNull(refusal, "refusal");
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(refusedOn, "refusedOn");
        }
    }

    record RecognitionRevoked(
            String recognition,
            @Nullable String level,
            @Nullable String reason,
            String effect) implements ModelEvent {
        public RecognitionRevoked {
            Objects.requireNonNull(recognition, "recognition");
            Objects.requireNonNull(effect, "effect");
        }
    }

    record Granted(
            String award,
            String category,
            String form,
            String track,
            String issuer,
            @Nullable Paper decision,
            @Nullable Long amount,
            @Nullable Recipient recipient,
            @Nullable Precision precision,
            List<String> incomplete)
            implements ModelEvent, AsKnown {
        public Granted {
            incomplete = orNone(incomplete);
            Objects.requireNonNull(award, "award");
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(form, "form");
            Objects.requireNonNull(track, "track");
            Objects.requireNonNull(issuer, "issuer");
        }
    }

    /** The award as it should have read. */
    record AwardCorrected(
            String award,
            String category,
            String form,
            String track,
            String issuer,
            @Nullable Paper decision,
            @Nullable Long amount,
            @Nullable Recipient recipient,
            @Nullable String reason,
            List<String> incomplete)
            implements ModelEvent {
        public AwardCorrected {
            incomplete = orNone(incomplete);
            Objects.requireNonNull(award, "award");
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(form, "form");
            Objects.requireNonNull(track, "track");
            Objects.requireNonNull(issuer, "issuer");
        }
    }

    record AwardRevoked(String award, @Nullable String reason, String effect) implements ModelEvent {
        public AwardRevoked {
            Objects.requireNonNull(award, "award");
            Objects.requireNonNull(effect, "effect");
        }
    }

    record HoldPlaced(String hold) implements ModelEvent {
        public HoldPlaced {
            Objects.requireNonNull(hold, "hold");
        }
    }

    record HoldReleased(String hold) implements ModelEvent {
        public HoldReleased {
            Objects.requireNonNull(hold, "hold");
        }
    }

    record ReplicationProposed(String replication, Target target, boolean ownModel) implements ModelEvent {
        public ReplicationProposed {
            Objects.requireNonNull(replication, "replication");
            Objects.requireNonNull(target, "target");
        }
    }

    record ReplicationStarted(String replication, Target target, boolean ownModel) implements ModelEvent {
        public ReplicationStarted {
            Objects.requireNonNull(replication, "replication");
            Objects.requireNonNull(target, "target");
        }
    }

    /** Confirmed. */
    record Replicated(
            String replication,
            Target target,
            boolean ownModel,
            @Nullable String replica) implements ModelEvent {
        public Replicated {
            Objects.requireNonNull(replication, "replication");
            Objects.requireNonNull(target, "target");
        }
    }

    record ReplicationStopped(
            String replication,
            Target target,
            boolean ownModel,
            @Nullable String reason) implements ModelEvent {
        public ReplicationStopped {
            Objects.requireNonNull(replication, "replication");
            Objects.requireNonNull(target, "target");
        }
    }

    /**
     * A document or decision; its number alone is not a key.
     *
     * @param id of a decision in the register, by which its corrections are told
     */
    record Paper(
            @Nullable String id,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer) {}

    /** How much of a business date is known. */
    enum Precision {
        DAY,
        MONTH,
        YEAR;

        private static final DateTimeFormatter OF_A_MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

        /** As people say it: {@code 2018}, {@code 10/2019}; null where the day itself is known. */
        public static @Nullable String asKnown(LocalDate on, @Nullable Precision precision) {
            return switch (precision) {
                case MONTH -> on.format(OF_A_MONTH);
                case YEAR -> Integer.toString(on.getYear());
                case DAY -> null;
                case null -> null;
            };
        }
    }

    /** What a historic programme's papers may tell less than the day of. */
    interface AsKnown {
        /** How much of the day is known; null: all of it. */
        @Nullable
        Precision precision();
    }

    /** How much of the day it happened is known; null: all of it. */
    static @Nullable Precision precision(ModelEvent what) {
        return what instanceof AsKnown known ? known.precision() : null;
    }

    /** @param share in percent */
    record Owner(String unit, Role role, @Nullable BigDecimal share) {

        /** What it is to the model. */
        public enum Role {
            LEAD,
            CO_OWNER
        }

        public Owner {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(role, "role");
        }
    }

    /** @param as what the own field counts as above */
    record FieldMapping(String field, String as) {
        public FieldMapping {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(as, "as");
        }
    }

    record Recipient(
            @Nullable String name,
            @Nullable String post,
            @Nullable String unit) {}

    record Target(@Nullable String unit, @Nullable String place) {}

    /**
     * A measurable goal · chỉ tiêu.
     *
     * @param baseline  absent if the form gives none
     * @param direction {@code UP} or {@code DOWN}
     */
    record Goal(
            String id,
            String measure,
            @Nullable BigDecimal baseline,
            BigDecimal target,
            String direction,
            @Nullable LocalDate due) {
        public Goal {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(measure, "measure");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(direction, "direction");
        }
    }

    /** @param goal its id */
    record GoalValue(String goal, BigDecimal value) {
        public GoalValue {
            Objects.requireNonNull(goal, "goal");
            Objects.requireNonNull(value, "value");
        }
    }

    /** @param done the day it was done, absent while it is open */
    record Step(
            String code,
            int order,
            @Nullable String label,
            @Nullable LocalDate due,
            @Nullable LocalDate done) {
        public Step {
            Objects.requireNonNull(code, "code");
        }
    }

    /** A list that the wire leaves out when it is empty. */
    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
