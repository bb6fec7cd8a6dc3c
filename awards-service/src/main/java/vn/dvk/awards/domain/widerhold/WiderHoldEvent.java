package vn.dvk.awards.domain.widerhold;

import java.time.LocalDate;
import vn.dvk.awards.domain.dossier.Hold;

/** Everything that can happen to a hold on a unit or subject. {@code on} is its first day. */
public sealed interface WiderHoldEvent {

    record HoldPlaced(String hold, HoldTarget target, Hold.Kind kind, String reason, LocalDate on)
            implements WiderHoldEvent {}

    record HoldReleased(Hold.Release release) implements WiderHoldEvent {}
}
