package vn.dvk.registration.events;

import java.util.Set;

/** The types of event this service publishes. Each has a schema and samples in the event contracts. */
public final class PublishedTypes {

    public static final String UNIT = "vn.dvk.directory.unit.v1";
    public static final String PROGRAMME = "vn.dvk.directory.programme.v1";
    public static final String TERM = "vn.dvk.directory.term.v1";
    public static final String SUBMITTED = "vn.dvk.registration.registration-submitted.v1";
    public static final String RETURNED = "vn.dvk.registration.registration-returned.v1";
    public static final String NOT_APPROVED = "vn.dvk.registration.registration-not-approved.v1";
    public static final String REGISTERED = "vn.dvk.registration.model-registered.v1";
    public static final String CORRECTED = "vn.dvk.registration.model-corrected.v1";
    public static final String CHANGED = "vn.dvk.registration.model-changed.v1";
    public static final String TRANSFERRED = "vn.dvk.registration.model-transferred.v1";
    public static final String FORWARDED = "vn.dvk.registration.model-forwarded.v1";
    public static final String VOIDED = "vn.dvk.registration.model-voided.v1";
    public static final String WITHDRAWN = "vn.dvk.registration.model-withdrawn.v1";

    public static final Set<String> ALL = Set.of(
            UNIT,
            PROGRAMME,
            TERM,
            SUBMITTED,
            RETURNED,
            NOT_APPROVED,
            REGISTERED,
            CORRECTED,
            CHANGED,
            TRANSFERRED,
            FORWARDED,
            VOIDED,
            WITHDRAWN);

    private PublishedTypes() {}
}
