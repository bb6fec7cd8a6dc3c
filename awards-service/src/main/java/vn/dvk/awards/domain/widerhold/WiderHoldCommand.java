package vn.dvk.awards.domain.widerhold;

import java.time.LocalDate;
import vn.dvk.awards.domain.dossier.Hold;

/** Everything that can be asked of a hold on a unit or subject. */
public sealed interface WiderHoldCommand {

    /** @param unitIsKnown whether there is such a unit, if it is on one */
    record Place(String hold, HoldTarget target, Hold.Kind kind, String reason, LocalDate on, boolean unitIsKnown)
            implements WiderHoldCommand {}

    record Release(String hold, Hold.Release release) implements WiderHoldCommand {}
}
