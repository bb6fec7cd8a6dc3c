package vn.dvk.awards.events;

import java.util.Set;

/** The types of event this service publishes. Each has a schema and samples in the event contracts. */
public final class PublishedTypes {

    public static final String SUBMISSION_SENT = "vn.dvk.awards.submission-sent.v1";
    public static final String SUBMISSION_RETURNED = "vn.dvk.awards.submission-returned.v1";
    public static final String SUBMISSION_DECIDED = "vn.dvk.awards.submission-decided.v1";
    public static final String DECISION_ISSUED = "vn.dvk.awards.decision-issued.v1";
    public static final String DECISION_CORRECTED = "vn.dvk.awards.decision-corrected.v1";
    public static final String DECISION_REVOKED = "vn.dvk.awards.decision-revoked.v1";
    public static final String RECOGNIZED = "vn.dvk.awards.model-recognized.v1";
    public static final String RECOGNITION_REFUSED = "vn.dvk.awards.recognition-refused.v1";
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
    public static final String REPLICATED = "vn.dvk.awards.model-replicated.v1";
    public static final String REPLICATION_STOPPED = "vn.dvk.awards.replication-stopped.v1";

    public static final Set<String> ALL = Set.of(
            SUBMISSION_SENT,
            SUBMISSION_RETURNED,
            SUBMISSION_DECIDED,
            DECISION_ISSUED,
            DECISION_CORRECTED,
            DECISION_REVOKED,
            RECOGNIZED,
            RECOGNITION_REFUSED,
            REFUSAL_CORRECTED,
            RECOGNITION_REVOKED,
            AWARD_GRANTED,
            AWARD_CORRECTED,
            AWARD_REVOKED,
            HOLD_PLACED,
            HOLD_RELEASED,
            WIDER_HOLD_PLACED,
            WIDER_HOLD_RELEASED,
            REPLICATION_PROPOSED,
            REPLICATION_STARTED,
            REPLICATED,
            REPLICATION_STOPPED);

    private PublishedTypes() {}
}
