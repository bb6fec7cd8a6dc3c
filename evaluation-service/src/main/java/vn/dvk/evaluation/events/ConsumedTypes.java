package vn.dvk.evaluation.events;

import java.util.Map;
import vn.dvk.evaluation.events.consumed.ModelAmended;
import vn.dvk.evaluation.events.consumed.ModelRecognized;
import vn.dvk.evaluation.events.consumed.ModelRegistered;
import vn.dvk.evaluation.events.consumed.ModelWithdrawn;
import vn.dvk.evaluation.events.consumed.Programme;
import vn.dvk.evaluation.events.consumed.RecognitionRefused;
import vn.dvk.evaluation.events.consumed.Term;

/**
 * The types of event on the topics this service listens to: those it uses, with the reading of each, and those it
 * passes over by name.
 */
public final class ConsumedTypes {

    public static final String PROGRAMME = "vn.dvk.directory.programme.v1";
    public static final String TERM = "vn.dvk.directory.term.v1";
    public static final String MODEL_REGISTERED = "vn.dvk.registration.model-registered.v1";
    public static final String MODEL_CORRECTED = "vn.dvk.registration.model-corrected.v1";
    public static final String MODEL_CHANGED = "vn.dvk.registration.model-changed.v1";
    public static final String MODEL_TRANSFERRED = "vn.dvk.registration.model-transferred.v1";
    public static final String MODEL_VOIDED = "vn.dvk.registration.model-voided.v1";
    public static final String MODEL_WITHDRAWN = "vn.dvk.registration.model-withdrawn.v1";
    public static final String MODEL_RECOGNIZED = "vn.dvk.awards.model-recognized.v1";
    public static final String RECOGNITION_REFUSED = "vn.dvk.awards.recognition-refused.v1";

    public static final Map<String, Class<?>> READINGS = Map.of(
            PROGRAMME, Programme.class,
            TERM, Term.class,
            MODEL_REGISTERED, ModelRegistered.class,
            MODEL_CORRECTED, ModelAmended.class,
            MODEL_CHANGED, ModelAmended.class,
            MODEL_TRANSFERRED, ModelAmended.class,
            MODEL_VOIDED, ModelWithdrawn.class,
            MODEL_WITHDRAWN, ModelWithdrawn.class,
            MODEL_RECOGNIZED, ModelRecognized.class,
            RECOGNITION_REFUSED, RecognitionRefused.class);

    public static final String UNIT = "vn.dvk.directory.unit.v1";
    public static final String ASSIGNMENT = "vn.dvk.directory.assignment.v1";
    public static final String REGISTRATION_SUBMITTED = "vn.dvk.registration.registration-submitted.v1";
    public static final String REGISTRATION_RETURNED = "vn.dvk.registration.registration-returned.v1";
    public static final String REGISTRATION_NOT_APPROVED = "vn.dvk.registration.registration-not-approved.v1";
    public static final String MODEL_FORWARDED = "vn.dvk.registration.model-forwarded.v1";
    public static final String SUBMISSION_SENT = "vn.dvk.awards.submission-sent.v1";
    public static final String SUBMISSION_RETURNED = "vn.dvk.awards.submission-returned.v1";
    public static final String SUBMISSION_DECIDED = "vn.dvk.awards.submission-decided.v1";
    public static final String DECISION_ISSUED = "vn.dvk.awards.decision-issued.v1";
    public static final String DECISION_CORRECTED = "vn.dvk.awards.decision-corrected.v1";
    public static final String DECISION_REVOKED = "vn.dvk.awards.decision-revoked.v1";
    public static final String REFUSAL_CORRECTED = "vn.dvk.awards.refusal-corrected.v1";
    public static final String RECOGNITION_REVOKED = "vn.dvk.awards.recognition-revoked.v1";
    public static final String AWARD_GRANTED = "vn.dvk.awards.award-granted.v1";
    public static final String AWARD_CORRECTED = "vn.dvk.awards.award-corrected.v1";
    public static final String AWARD_REVOKED = "vn.dvk.awards.award-revoked.v1";
    public static final String HOLD_PLACED = "vn.dvk.awards.hold-placed.v1";
    public static final String HOLD_RELEASED = "vn.dvk.awards.hold-released.v1";
    public static final String WIDER_HOLD_PLACED = "vn.dvk.awards.wider-hold-placed.v1";
    public static final String WIDER_HOLD_RELEASED = "vn.dvk.awards.wider-hold-released.v1";
    public static final String REPLICATION_PROPOSED = "vn.dvk.awards.replication-proposed.v1";
    public static final String REPLICATION_STARTED = "vn.dvk.awards.replication-started.v1";
    public static final String MODEL_REPLICATED = "vn.dvk.awards.model-replicated.v1";
    public static final String REPLICATION_STOPPED = "vn.dvk.awards.replication-stopped.v1";

    private ConsumedTypes() {}
}
