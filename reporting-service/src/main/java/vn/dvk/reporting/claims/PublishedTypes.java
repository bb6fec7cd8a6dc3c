package vn.dvk.reporting.claims;

import java.util.Set;

/** The types of event this service publishes. Each has a schema and samples in the event contracts. */
public final class PublishedTypes {

    public static final String CLAIM_PUBLISHED = "vn.dvk.reporting.claim-published.v1";

    public static final Set<String> ALL = Set.of(CLAIM_PUBLISHED);

    private PublishedTypes() {}
}
