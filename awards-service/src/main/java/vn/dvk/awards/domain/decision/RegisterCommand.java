package vn.dvk.awards.domain.decision;

import vn.dvk.awards.domain.Revocation;

/** Everything that can be asked of a decision in the register. */
public sealed interface RegisterCommand {

    record Enter(String decision, DecisionText text) implements RegisterCommand {}

    /**
     * @param numberIsTaken whether another decision has that place in the register
     * @param unitIsKnown   whether there is such a unit as the issuer's, if one is named
     */
    record Correct(String decision, DecisionCorrection correction, boolean numberIsTaken, boolean unitIsKnown)
            implements RegisterCommand {}

    record Revoke(String decision, Revocation revocation) implements RegisterCommand {}
}
