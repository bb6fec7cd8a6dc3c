package vn.dvk.registration.events.published;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Precision;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.registration.domain.KnownPaper;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.Accepted;
import vn.dvk.registration.domain.registration.FieldMapping;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.Owner;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.Registration.Known;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.registration.RegistrationEvent.Changed;
import vn.dvk.registration.domain.registration.RegistrationEvent.Corrected;
import vn.dvk.registration.domain.registration.RegistrationEvent.ForwardUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Forwarded;
import vn.dvk.registration.domain.registration.RegistrationEvent.NotApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.ProposalApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.ProposalRejected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Proposed;
import vn.dvk.registration.domain.registration.RegistrationEvent.RecognitionNoted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Registered;
import vn.dvk.registration.domain.registration.RegistrationEvent.Returned;
import vn.dvk.registration.domain.registration.RegistrationEvent.RevocationNoted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Selected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Submitted;
import vn.dvk.registration.domain.registration.RegistrationEvent.TransferUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Transferred;
import vn.dvk.registration.domain.registration.RegistrationEvent.Voided;
import vn.dvk.registration.domain.registration.RegistrationEvent.Withdrawn;
import vn.dvk.registration.events.PublishedTypes;

/**
 * A registration's public life. The base's selection and what is only proposed stay home. Who a person is, and the
 * texts of an entry about people, its title among them, stand in no stream: only the subject's id is told.
 */
public final class RegistrationPublisher {

    private RegistrationPublisher() {}

    /**
     * The dimensions every body carries.
     *
     * @param name      of a collective's entry; a person's or household's title is published with its recognition
     * @param subjectId in the register of subjects
     */
    record Dimensions(
            String model,
            String code,
            @Nullable String name,
            String programme,
            String unit,
            String field,
            RegistrationKind kind,
            SubjectType subject,
            @Nullable String subjectId,
            LocalDate on,
            @Nullable Precision precision) {

        static Dimensions of(Known state, LocalDate on) {
            return of(state, on, null);
        }

        /** @param precision how much of the day is known; null: all */
        static Dimensions of(Known state, LocalDate on, @Nullable Precision precision) {
            var form = told(state);
            return new Dimensions(
                    state.id(),
                    state.code(),
                    form.name(),
                    form.programme(),
                    form.unit(),
                    requireNonNull(form.field(), "complete since its submission"),
                    requireNonNull(form.kind(), "complete since its submission"),
                    requireNonNull(form.subject(), "complete since its submission"),
                    form.subjectId(),
                    on,
                    precision);
        }
    }

    /** A goal in numbers; what it is about stands in the form. */
    record Goal(
            String id,
            String measure,
            @Nullable BigDecimal baseline,
            BigDecimal target,
            Form.Goal.Direction direction,
            @Nullable LocalDate due) {

        static List<Goal> of(Form form) {
            return form.goals().stream()
                    .filter(Form.Goal::canBeMeasured)
                    .map(goal -> new Goal(
                            goal.id(),
                            requireNonNull(goal.measure()),
                            goal.baselineNumber(),
                            requireNonNull(goal.targetNumber()),
                            goal.heads(),
                            goal.due()))
                    .toList();
        }
    }

    record SubmittedBody(
            @JsonUnwrapped Dimensions dimensions,
            @Nullable String level,
            @Nullable String continues) {}

    record ReasonBody(@JsonUnwrapped Dimensions dimensions, String reason) {}

    record RegisteredBody(
            @JsonUnwrapped Dimensions dimensions,
            @Nullable String level,
            Form.Origin origin,
            @Nullable String replicaOf,
            @Nullable String replication,
            @Nullable String place,
            List<Goal> goals,
            @Nullable LocalDate chosenOn,
            LocalDate submittedOn,
            LocalDate selectedOn,
            KnownPaper approval,
            @Nullable String continues,
            @Nullable List<Owner> owners,
            @Nullable List<String> incomplete) {}

    /**
     * @param fields    what was corrected or is new
     * @param origin    if that is among them
     * @param replicaOf if that is among them
     */
    record NewValuesBody(
            @JsonUnwrapped Dimensions dimensions,
            @Nullable String level,
            @Nullable String place,
            List<Goal> goals,
            List<String> fields,
            String reason,
            @Nullable Paper paper,
            @Nullable String continues,
            @Nullable List<Owner> owners,
            Form.@Nullable Origin origin,
            @Nullable String replicaOf) {}

    /** @param accepted if its day or paper was wrong: as both have always been */
    record CorrectedBody(
            @JsonUnwrapped NewValuesBody values, @Nullable AcceptedBody accepted) {}

    /** The acceptance as {@code model-registered} should have told it. */
    record AcceptedBody(
            LocalDate on,
            @Nullable Precision precision,
            KnownPaper approval,
            @Nullable List<String> incomplete) {

        static AcceptedBody of(Known state, Accepted accepted) {
            return new AcceptedBody(
                    accepted.on(), accepted.precision(), accepted.approval(), RegistrationPublisher.incomplete(state));
        }
    }

    /**
     * @param from       the unit before
     * @param succession the merger by which it went over by itself
     * @param undone     true if it never did, because the merger was annulled
     */
    record TransferredBody(
            @JsonUnwrapped Dimensions dimensions,
            String from,
            @Nullable String level,
            @Nullable String place,
            @Nullable String reason,
            @Nullable Paper paper,
            @Nullable String succession,
            @Nullable Boolean undone,
            @Nullable List<Owner> owners) {}

    /**
     * @param to     the programme above that counts it too
     * @param fields what each field of its own programme counts as there
     * @param undone true if it never was forwarded
     * @param reason of that
     */
    record ForwardedBody(
            @JsonUnwrapped Dimensions dimensions,
            String to,
            List<FieldMapping> fields,
            @Nullable Paper paper,
            @Nullable Boolean undone,
            @Nullable String reason) {}

    /** What goes over by itself is named by the merger, the model and its unit before, whoever tells it and however often. */
    public static @Nullable String idOf(String model, RegistrationEvent event) {
        return switch (event) {
            case Transferred(var _, var from, var _, var _, var _, var succession, var _)
            when succession != null -> DeterministicId.of("transferred", succession, model, from);
            case TransferUndone(var _, var _, var to, var succession) ->
                DeterministicId.of("transfer-undone", succession, model, to);
            case Submitted _,
                    Selected _,
                    Returned _,
                    NotApproved _,
                    Registered _,
                    Corrected _,
                    Changed _,
                    Transferred _,
                    Forwarded _,
                    ForwardUndone _,
                    Voided _,
                    RecognitionNoted _,
                    RevocationNoted _,
                    Proposed _,
                    ProposalApproved _,
                    ProposalRejected _,
                    Withdrawn _ -> null;
        };
    }

    /** What the papers of a historic programme do not tell, by the fields of the body; of the minutes nothing is told. */
    private static @Nullable List<String> incomplete(Known state) {
        var missing = state.gates().incomplete().stream()
                .filter(name -> !name.startsWith("minutes."))
                .map(name -> name.equals("registeredOn") ? "on" : name)
                .toList();
        return missing.isEmpty() ? null : missing;
    }

    /** Of one owner nothing is told: it is the unit. */
    private static @Nullable List<Owner> owners(Form form) {
        return form.owners().isEmpty() ? null : form.owners();
    }

    public static @Nullable Publication publish(Registration state, Recorded<RegistrationEvent> recorded) {
        return switch (state) {
            case Registration.Unknown() -> null;
            case Known known -> publish(known, recorded.event());
        };
    }

    private static @Nullable Publication publish(Known state, RegistrationEvent event) {
        return switch (event) {
            case Selected _,
                    RecognitionNoted _,
                    RevocationNoted _,
                    Proposed _,
                    ProposalApproved _,
                    ProposalRejected _ -> null;
            case Submitted(var _, var on, var precision) ->
                of(
                        state,
                        PublishedTypes.SUBMITTED,
                        new SubmittedBody(
                                Dimensions.of(state, on, precision),
                                state.form().level(),
                                state.form().continues()));
            case Returned(var on, var reason, var precision) ->
                of(state, PublishedTypes.RETURNED, new ReasonBody(Dimensions.of(state, on, precision), reason));
            case Registered(var on, var approval, var precision) ->
                of(state, PublishedTypes.REGISTERED, registered(state, Dimensions.of(state, on, precision), approval));
            case NotApproved(var on, var reason, var precision) ->
                of(state, PublishedTypes.NOT_APPROVED, new ReasonBody(Dimensions.of(state, on, precision), reason));
            case Corrected(var on, var fields, var reason, var paper, var _, var accepted) ->
                of(
                        state,
                        PublishedTypes.CORRECTED,
                        new CorrectedBody(
                                newValues(state, on, fields, reason, paper),
                                accepted == null ? null : AcceptedBody.of(state, accepted)));
            case Changed(var on, var fields, var reason, var paper, var _) ->
                of(state, PublishedTypes.CHANGED, newValues(state, on, fields, reason, paper));
            case Transferred transferred -> of(state, PublishedTypes.TRANSFERRED, transferred(state, transferred));
            case Forwarded(var on, var programme, var fields, var paper) ->
                of(
                        state,
                        PublishedTypes.FORWARDED,
                        new ForwardedBody(Dimensions.of(state, on), programme, fields, paper, null, null));
            case ForwardUndone(var on, var what, var reason) ->
                of(
                        state,
                        PublishedTypes.FORWARDED,
                        new ForwardedBody(
                                Dimensions.of(state, on), what.programme(), what.fields(), null, true, reason));
            case TransferUndone undone -> of(state, PublishedTypes.TRANSFERRED, undone(state, undone));
            case Voided(var on, var reason) ->
                of(state, PublishedTypes.VOIDED, new ReasonBody(Dimensions.of(state, on), reason));
            case Withdrawn(var on, var reason) ->
                state.gates().registeredOn() == null
                        ? null
                        : of(state, PublishedTypes.WITHDRAWN, new ReasonBody(Dimensions.of(state, on), reason));
        };
    }

    private static NewValuesBody newValues(
            Known state, LocalDate on, List<String> fields, String reason, @Nullable Paper paper) {
        var form = told(state);
        return new NewValuesBody(
                Dimensions.of(state, on),
                form.level(),
                form.place(),
                Goal.of(form),
                fields,
                reason,
                paper,
                form.continues(),
                owners(form),
                fields.contains("origin") ? form.origin() : null,
                fields.contains("replicaOf") ? form.replicaOf() : null);
    }

    /** Of people without their texts, whatever the stream has. */
    private static Form told(Known state) {
        return state.form().sealed(state.id());
    }

    private static TransferredBody transferred(Known state, Transferred how) {
        var form = told(state);
        return new TransferredBody(
                Dimensions.of(state, how.on(), how.precision()),
                how.from(),
                form.level(),
                form.place(),
                how.reason(),
                how.paper(),
                how.succession(),
                null,
                owners(form));
    }

    private static TransferredBody undone(Known state, TransferUndone what) {
        var form = told(state);
        return new TransferredBody(
                Dimensions.of(state, what.on()),
                what.from(),
                form.level(),
                form.place(),
                null,
                null,
                what.succession(),
                true,
                owners(form));
    }

    private static RegisteredBody registered(Known state, Dimensions dimensions, KnownPaper approval) {
        var form = told(state);
        return new RegisteredBody(
                dimensions,
                form.level(),
                form.origin(),
                form.replicaOf(),
                form.replication(),
                form.place(),
                Goal.of(form),
                form.chosenOn(),
                requireNonNull(state.gates().submittedOn(), "submitted before it was registered"),
                requireNonNull(state.gates().selectedOn(), "selected before it was registered"),
                approval,
                form.continues(),
                owners(form),
                incomplete(state));
    }

    private static Publication of(Known state, String type, Object body) {
        return new Publication(type, state.id(), body);
    }
}
