package vn.dvk.awards.domain.decision;

import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Revocation;

/** A decision in the register, or none yet under this id. */
public sealed interface RegisterEntry {

    record NotOpened() implements RegisterEntry {}

    /** @param corrections how often it was corrected */
    record Known(
            String decision,
            DecisionText text,
            int corrections,
            @Nullable Revocation revoked) implements RegisterEntry {}
}
