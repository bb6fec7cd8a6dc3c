package vn.dvk.awards.domain.movementaward;

import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Revocation;

/** An award for the movement, or none yet under this id. */
public sealed interface MovementAward {

    record NotOpened() implements MovementAward {}

    record Given(String award, Merit merit, @Nullable Revocation revoked) implements MovementAward {}
}
