package vn.dvk.awards.domain.movement;

import static vn.dvk.awards.domain.AwardsReason.ALREADY_REVOKED;
import static vn.dvk.awards.domain.AwardsReason.AWARD_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.IDEMPOTENCY_KEY_REUSED;
import static vn.dvk.awards.domain.AwardsReason.PROGRAMME_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.UNIT_UNKNOWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.Rules;
import vn.dvk.awards.domain.movement.MovementAward.Given;
import vn.dvk.awards.domain.movement.MovementAward.None;
import vn.dvk.awards.domain.movement.MovementAwardCommand.Grant;
import vn.dvk.awards.domain.movement.MovementAwardCommand.Revoke;
import vn.dvk.awards.domain.movement.MovementAwardEvent.Granted;
import vn.dvk.awards.domain.movement.MovementAwardEvent.Revoked;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;

/** The rules of awards for the movement. */
public final class MovementAwardDecider implements Decider<MovementAwardCommand, MovementAward, MovementAwardEvent> {

    @Override
    public MovementAward initial() {
        return new None();
    }

    @Override
    public Decision<MovementAwardEvent> decide(MovementAwardCommand command, MovementAward state) {
        return switch (state) {
            case None() ->
                switch (command) {
                    case Grant grant -> grant(grant);
                    case Revoke(var award, var revocation) -> refuse(AWARD_UNKNOWN, award);
                };
            case Given given ->
                switch (command) {
                    // The id is the caller's key: the same content is a repeated request, another one a mistake.
                    case Grant grant ->
                        grant.merit().equals(given.merit()) ? nothingNew() : refuse(IDEMPOTENCY_KEY_REUSED);
                    case Revoke(var award, var revocation) -> revoke(revocation, given);
                };
        };
    }

    private static Decision<MovementAwardEvent> grant(Grant command) {
        var merit = command.merit();
        if (!command.programmeIsKnown()) {
            return refuse(Rules.fault("programme", PROGRAMME_UNKNOWN, merit.programme()));
        }
        if (!command.unitIsKnown()) {
            return refuse(Rules.fault(
                    "recipient.unit", UNIT_UNKNOWN, merit.recipient().unit()));
        }
        return Rules.amountIsNotNegative(merit.amount())
                .or(() -> Rules.paperIsThere(merit.decision(), merit.on()))
                .map(Decision::<MovementAwardEvent>refuse)
                .orElseGet(() -> accept(new Granted(command.award(), merit)));
    }

    private static Decision<MovementAwardEvent> revoke(Revocation revocation, Given state) {
        if (state.revoked() instanceof Revocation before) {
            return before.equals(revocation) ? nothingNew() : refuse(ALREADY_REVOKED);
        }
        return Rules.inOrder(revocation.on(), state.merit().on())
                .or(() -> Rules.paperIsThere(revocation.decision(), revocation.on()))
                .map(Decision::<MovementAwardEvent>refuse)
                .orElseGet(() -> accept(new Revoked(revocation)));
    }

    @Override
    public MovementAward evolve(MovementAward state, MovementAwardEvent event) {
        return switch (event) {
            case Granted(var award, var merit) when state instanceof None -> new Given(award, merit, null);
            case Revoked(var revocation)
            when state instanceof Given(var award, var merit, var none) && none == null ->
                new Given(award, merit, revocation);
            case Granted _, Revoked _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
