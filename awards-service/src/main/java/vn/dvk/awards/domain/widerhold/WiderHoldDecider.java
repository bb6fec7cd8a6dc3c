package vn.dvk.awards.domain.widerhold;

import static vn.dvk.awards.domain.AwardsReason.ALREADY_RELEASED;
import static vn.dvk.awards.domain.AwardsReason.HOLD_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.UNIT_UNKNOWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;
import static vn.dvk.kit.decide.KitReason.KEY_REUSED;

import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.widerhold.WiderHold.NotOpened;
import vn.dvk.awards.domain.widerhold.WiderHold.Placed;
import vn.dvk.awards.domain.widerhold.WiderHoldCommand.Place;
import vn.dvk.awards.domain.widerhold.WiderHoldCommand.Release;
import vn.dvk.awards.domain.widerhold.WiderHoldEvent.HoldPlaced;
import vn.dvk.awards.domain.widerhold.WiderHoldEvent.HoldReleased;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;

/** The rules of holds on units and subjects. */
public final class WiderHoldDecider implements Decider<WiderHoldCommand, WiderHold, WiderHoldEvent> {

    @Override
    public WiderHold initial() {
        return new NotOpened();
    }

    @Override
    public Decision<WiderHoldEvent> decide(WiderHoldCommand command, WiderHold state) {
        return switch (command) {
            case Place place -> place(place, state);
            case Release release -> release(release, state);
        };
    }

    /** The id is the caller's key: the same content is a repeated request, another one a mistake. */
    private static Decision<WiderHoldEvent> place(Place command, WiderHold state) {
        var placed = new HoldPlaced(command.hold(), command.target(), command.kind(), command.reason(), command.on());
        return switch (state) {
            case NotOpened _
            when command.target().type() == HoldTarget.Type.UNIT && !command.unitIsKnown() ->
                refuse(CommonRules.fault("unit", UNIT_UNKNOWN, command.target().id()));
            case NotOpened _ -> accept(placed);
            case Placed(var target, var hold) ->
                placed.equals(new HoldPlaced(hold.hold(), target, hold.kind(), hold.reason(), hold.on()))
                        ? nothingNew()
                        : refuse(KEY_REUSED);
        };
    }

    private static Decision<WiderHoldEvent> release(Release command, WiderHold state) {
        return switch (state) {
            case NotOpened _ -> refuse(HOLD_UNKNOWN, command.hold());
            case Placed(var target, var hold) -> release(command.release(), hold);
        };
    }

    private static Decision<WiderHoldEvent> release(Hold.Release release, Hold hold) {
        if (!hold.stands()) {
            return release.equals(hold.released()) ? nothingNew() : refuse(ALREADY_RELEASED);
        }
        return CommonRules.inOrder(release.on(), hold.on())
                .map(Decision::<WiderHoldEvent>refuse)
                .orElseGet(() -> accept(new HoldReleased(release)));
    }

    @Override
    public WiderHold evolve(WiderHold state, WiderHoldEvent event) {
        return switch (event) {
            case HoldPlaced(var id, var target, var kind, var reason, var on)
            when state instanceof NotOpened -> new Placed(target, new Hold(id, kind, reason, on, null));
            case HoldReleased(var by)
            when state instanceof Placed(var target, var hold) -> new Placed(target, hold.released(by));
            case HoldPlaced _, HoldReleased _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
