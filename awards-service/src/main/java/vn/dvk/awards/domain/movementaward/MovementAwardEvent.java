package vn.dvk.awards.domain.movementaward;

import vn.dvk.awards.domain.Revocation;

/** Everything that can happen to an award for the movement. */
public sealed interface MovementAwardEvent {

    record Granted(String award, Merit merit) implements MovementAwardEvent {}

    record Revoked(Revocation revocation) implements MovementAwardEvent {}
}
