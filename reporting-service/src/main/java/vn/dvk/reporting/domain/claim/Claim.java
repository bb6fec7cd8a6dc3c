package vn.dvk.reporting.domain.claim;

/** A claim, or none yet under this id. */
public sealed interface Claim {

    record NotEntered() implements Claim {}

    record Entered(String claim, Statement statement) implements Claim {}
}
