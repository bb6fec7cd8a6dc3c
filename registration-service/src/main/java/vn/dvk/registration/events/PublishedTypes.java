package vn.dvk.registration.events;

import java.util.Set;

/** The types of event this service publishes. Each has a schema and samples in the event contracts. */
public final class PublishedTypes {

    public static final String UNIT = "vn.dvk.directory.unit.v1";
    public static final String PROGRAMME = "vn.dvk.directory.programme.v1";
    public static final String SUBMITTED = "vn.dvk.registration.registration-submitted.v1";
    public static final String RETURNED = "vn.dvk.registration.registration-returned.v1";
    public static final String REGISTERED = "vn.dvk.registration.model-registered.v1";
    public static final String AMENDED = "vn.dvk.registration.model-amended.v1";
    public static final String WITHDRAWN = "vn.dvk.registration.model-withdrawn.v1";

    public static final Set<String> ALL = Set.of(UNIT, PROGRAMME, SUBMITTED, RETURNED, REGISTERED, AMENDED, WITHDRAWN);

    private PublishedTypes() {}
}
