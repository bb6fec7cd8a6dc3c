package vn.dvk.awards.domain.widerhold;

import vn.dvk.awards.domain.dossier.Hold;

/** A hold on a unit or subject, or none yet under this id. */
public sealed interface WiderHold {

    record NotOpened() implements WiderHold {}

    record Placed(HoldTarget target, Hold hold) implements WiderHold {}
}
