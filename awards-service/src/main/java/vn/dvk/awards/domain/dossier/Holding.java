package vn.dvk.awards.domain.dossier;

import static vn.dvk.awards.domain.AwardsReason.ALREADY_RELEASED;
import static vn.dvk.awards.domain.AwardsReason.HOLD_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.WITHDRAWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.dossier.Dossier.Known;
import vn.dvk.awards.domain.dossier.DossierCommand.PlaceHold;
import vn.dvk.awards.domain.dossier.DossierCommand.ReleaseHold;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldPlaced;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldReleased;
import vn.dvk.kit.decide.Decision;

/** Tạm dừng xét. Several may stand at once, each for its own reason, and each is released by itself. */
final class Holding {

    private Holding() {}

    static Decision<DossierEvent> place(PlaceHold command, Known state) {
        var same = state.holds().stream()
                .filter(Hold::stands)
                .anyMatch(one -> one.kind() == command.kind()
                        && one.reason().equals(command.reason())
                        && one.on().equals(command.on()));
        if (same) {
            return nothingNew();
        }
        return state.withdrawn()
                ? refuse(WITHDRAWN)
                : accept(new HoldPlaced(
                        NumberedId.next("hold", state, state.holds()), command.kind(), command.reason(), command.on()));
    }

    static Decision<DossierEvent> release(ReleaseHold command, Known state) {
        if (!(state.hold(command.hold()).orElse(null) instanceof Hold placed)) {
            return refuse(HOLD_UNKNOWN, command.hold());
        }
        if (!placed.stands()) {
            return command.release().equals(placed.released()) ? nothingNew() : refuse(ALREADY_RELEASED);
        }
        return CommonRules.inOrder(command.release().on(), placed.on())
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(new HoldReleased(placed.hold(), command.release())));
    }
}
