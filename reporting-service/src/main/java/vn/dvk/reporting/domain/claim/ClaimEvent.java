package vn.dvk.reporting.domain.claim;

/** Everything that can happen to a claim. */
public sealed interface ClaimEvent {

    record ClaimEntered(String claim, Statement statement) implements ClaimEvent {}
}
