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
        var programme = state.entry().dimensions().programme();
        var on = CommonRules.counted(command.on(), command.historicUntil());
        var same = state.holds().stream()
                .filter(Hold::stands)
                .anyMatch(one -> one.kind() == command.kind()
                        && one.reason().equals(command.reason())
                        && one.day().equals(on));
        if (same) {
            return nothingNew();
        }
        if (state.withdrawn()) {
            return refuse(WITHDRAWN);
        }
        return CommonRules.isKnown(on, null, command.historicUntil(), programme)
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(new HoldPlaced(
                        NumberedId.next("hold", state, state.holds()),
                        command.kind(),
                        command.reason(),
                        on.on(),
                        on.inexact())));
    }

    static Decision<DossierEvent> release(ReleaseHold command, Known state) {
        if (!(state.hold(command.hold()).orElse(null) instanceof Hold placed)) {
            return refuse(HOLD_UNKNOWN, command.hold());
        }
        var release = command.release().counted(command.historicUntil());
        if (!placed.stands()) {
            return release.equals(placed.released()) ? nothingNew() : refuse(ALREADY_RELEASED);
        }
        var programme = state.entry().dimensions().programme();
        return CommonRules.isKnown(release.day(), null, command.historicUntil(), programme)
                .or(() -> CommonRules.inOrder(release.on(), placed.day().first()))
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(new HoldReleased(placed.hold(), release)));
    }
}
