package vn.dvk.reporting.domain.claim;

/** Everything that can be asked of a claim. */
public sealed interface ClaimCommand {

    record Enter(String claim, Statement statement) implements ClaimCommand {}
}
