package vn.dvk.awards.domain.movementaward;

import static vn.dvk.awards.domain.AwardsReason.ALREADY_REVOKED;
import static vn.dvk.awards.domain.AwardsReason.AWARD_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.PROGRAMME_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.UNIT_UNKNOWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;
import static vn.dvk.kit.decide.KitReason.KEY_REUSED;

import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.movementaward.MovementAward.Given;
import vn.dvk.awards.domain.movementaward.MovementAward.NotOpened;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Grant;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Revoke;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent.Granted;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent.Revoked;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;

/** The rules of awards for the movement. */
public final class MovementAwardDecider implements Decider<MovementAwardCommand, MovementAward, MovementAwardEvent> {

    @Override
    public MovementAward initial() {
        return new NotOpened();
    }

    @Override
    public Decision<MovementAwardEvent> decide(MovementAwardCommand command, MovementAward state) {
        return switch (command) {
            case Grant grant -> grant(grant, state);
            case Revoke revoke -> revoke(revoke, state);
        };
    }

    /** The id is the caller's key: the same content is a repeated request, another one a mistake. */
    private static Decision<MovementAwardEvent> grant(Grant command, MovementAward state) {
        return switch (state) {
            case NotOpened _ -> grant(command);
            case Given given -> command.merit().equals(given.merit()) ? nothingNew() : refuse(KEY_REUSED);
        };
    }

    private static Decision<MovementAwardEvent> grant(Grant command) {
        var merit = command.merit();
        if (!command.programmeIsKnown()) {
            return refuse(CommonRules.fault("programme", PROGRAMME_UNKNOWN, merit.programme()));
        }
        if (!command.unitIsKnown()) {
            return refuse(CommonRules.fault(
                    "recipient.unit", UNIT_UNKNOWN, merit.recipient().unit()));
        }
        return CommonRules.amountIsNotNegative(merit.amount())
                .or(() -> CommonRules.paperIsThere(merit.decision(), merit.on()))
                .map(Decision::<MovementAwardEvent>refuse)
                .orElseGet(() -> accept(new Granted(command.award(), merit)));
    }

    private static Decision<MovementAwardEvent> revoke(Revoke command, MovementAward state) {
        return switch (state) {
            case NotOpened _ -> refuse(AWARD_UNKNOWN, command.award());
            case Given given -> revoke(command.revocation(), given);
        };
    }

    private static Decision<MovementAwardEvent> revoke(Revocation revocation, Given state) {
        if (state.revoked() instanceof Revocation before) {
            return before.equals(revocation) ? nothingNew() : refuse(ALREADY_REVOKED);
        }
        return CommonRules.inOrder(revocation.on(), state.merit().on())
                .or(() -> CommonRules.paperIsThere(revocation.decision(), revocation.on()))
                .map(Decision::<MovementAwardEvent>refuse)
                .orElseGet(() -> accept(new Revoked(revocation)));
    }

    @Override
    public MovementAward evolve(MovementAward state, MovementAwardEvent event) {
        return switch (event) {
            case Granted(var award, var merit) when state instanceof NotOpened -> new Given(award, merit, null);
            case Revoked(var revocation)
            when state instanceof Given(var award, var merit, var none) && none == null ->
                new Given(award, merit, revocation);
            case Granted _, Revoked _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
