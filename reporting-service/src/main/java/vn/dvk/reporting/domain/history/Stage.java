package vn.dvk.reporting.domain.history;

/** How far a model has come, as one word for lists. Awards and replications are told beside it. */
public enum Stage {
    SUBMITTED,
    RETURNED,
    REGISTERED,
    IN_PROGRESS,
    EVALUATED,
    RECOGNIZED,
    REFUSED,
    WITHDRAWN,
    NOT_APPROVED,
    /** Entered by mistake: it never was. */
    VOIDED,
    /** Of an award for the movement, which belongs to no model. */
    AWARDED,
    REVOKED
}
