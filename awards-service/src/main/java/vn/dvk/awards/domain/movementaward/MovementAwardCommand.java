package vn.dvk.awards.domain.movementaward;

import vn.dvk.awards.domain.Revocation;

/** Everything that can be asked of an award for the movement. */
public sealed interface MovementAwardCommand {

    /**
     * @param programmeIsKnown whether there is such a programme
     * @param unitIsKnown      whether there is such a unit as the recipient's
     */
    record Grant(String award, Merit merit, boolean programmeIsKnown, boolean unitIsKnown)
            implements MovementAwardCommand {}

    record Revoke(String award, Revocation revocation) implements MovementAwardCommand {}
}
