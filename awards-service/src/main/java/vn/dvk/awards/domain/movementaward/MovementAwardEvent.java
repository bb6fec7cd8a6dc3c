package vn.dvk.awards.domain.movementaward;

import java.time.LocalDate;
import vn.dvk.awards.domain.Revocation;

/** Everything that can happen to an award for the movement. */
public sealed interface MovementAwardEvent {

    record Granted(String award, Merit merit) implements MovementAwardEvent {}

    /** It never read as it did; {@code on} is the day of the correction. */
    record Corrected(Merit was, Merit now, String reason, LocalDate on) implements MovementAwardEvent {}

    record Revoked(Revocation revocation) implements MovementAwardEvent {}
}
