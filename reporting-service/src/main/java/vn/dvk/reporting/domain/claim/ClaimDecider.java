package vn.dvk.reporting.domain.claim;

import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.KitReason;
import vn.dvk.reporting.domain.claim.Claim.Entered;
import vn.dvk.reporting.domain.claim.Claim.NotEntered;
import vn.dvk.reporting.domain.claim.ClaimCommand.Enter;
import vn.dvk.reporting.domain.claim.ClaimEvent.ClaimEntered;

/** A claim is what was printed, so it never changes: whoever prints other figures makes another one. */
public final class ClaimDecider implements Decider<ClaimCommand, Claim, ClaimEvent> {

    @Override
    public Claim initial() {
        return new NotEntered();
    }

    /** The id follows from the caller's key: the same content is a repeated request, another one a mistake. */
    @Override
    public Decision<ClaimEvent> decide(ClaimCommand command, Claim state) {
        return switch (command) {
            case Enter(var claim, var statement) ->
                switch (state) {
                    case NotEntered() -> Decision.accept(new ClaimEntered(claim, statement));
                    case Entered(var _, var before) ->
                        before.equals(statement) ? Decision.nothingNew() : Decision.refuse(KitReason.KEY_REUSED);
                };
        };
    }

    @Override
    public Claim evolve(Claim state, ClaimEvent event) {
        return switch (event) {
            case ClaimEntered(var claim, var statement)
            when state instanceof NotEntered -> new Entered(claim, statement);
            case ClaimEntered _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
