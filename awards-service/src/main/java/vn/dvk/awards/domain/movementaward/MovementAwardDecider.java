package vn.dvk.awards.domain.movementaward;

import static vn.dvk.awards.domain.AwardsReason.ALREADY_REVOKED;
import static vn.dvk.awards.domain.AwardsReason.AWARD_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.HELD_WITH_OTHERS;
import static vn.dvk.awards.domain.AwardsReason.NOTHING_TO_CORRECT;
import static vn.dvk.awards.domain.AwardsReason.PROGRAMME_UNKNOWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;
import static vn.dvk.kit.decide.KitReason.KEY_REUSED;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardWords;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.movementaward.MovementAward.Given;
import vn.dvk.awards.domain.movementaward.MovementAward.NotOpened;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Correct;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Grant;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Revoke;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent.Corrected;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent.Granted;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent.Revoked;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;

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
            case Correct correct -> correct(correct, state);
            case Revoke revoke -> revoke(revoke, state);
        };
    }

    /** The id is the caller's key: the same content is a repeated request, another one a mistake. */
    private static Decision<MovementAwardEvent> grant(Grant command, MovementAward state) {
        return switch (state) {
            case NotOpened _ -> grant(command);
            case Given given ->
                given.merit()
                                .isSameAs(command.merit()
                                        .counted(command.historicUntil())
                                        .priced(command.amounts()))
                        ? nothingNew()
                        : refuse(KEY_REUSED);
        };
    }

    private static Decision<MovementAwardEvent> grant(Grant command) {
        var merit = command.merit().counted(command.historicUntil()).priced(command.amounts());
        if (!command.programmeIsKnown()) {
            return refuse(CommonRules.fault("programme", PROGRAMME_UNKNOWN, merit.programme()));
        }
        if (command.heldBy() instanceof String held) {
            return refuse(HELD_WITH_OTHERS, held);
        }
        return CommonRules.unitsExist(command.unknownUnits())
                .or(() ->
                        CommonRules.isKnown(merit.day(), merit.decision(), command.historicUntil(), merit.programme()))
                .or(() -> isRight(merit, command.words()))
                .map(Decision::<MovementAwardEvent>refuse)
                .orElseGet(() -> accept(new Granted(command.award(), merit)));
    }

    private static Optional<Refusal> isRight(Merit merit, AwardWords words) {
        return words.fault(merit.form(), merit.track(), merit.on())
                .or(() -> CommonRules.amountIsFounded(merit.amount(), merit.amountBasis()))
                .or(() -> CommonRules.paperIsThere(merit.decision(), merit.on()))
                .or(() -> CommonRules.paidInOrder(merit.paidOn(), merit.on()))
                .or(() -> Period.runsForward(merit.period()));
    }

    private static Decision<MovementAwardEvent> correct(Correct command, MovementAward state) {
        return switch (state) {
            case NotOpened _ -> refuse(AWARD_UNKNOWN, command.award());
            case Given given when given.revoked() != null -> refuse(ALREADY_REVOKED);
            case Given given -> correct(command, given);
        };
    }

    private static Decision<MovementAwardEvent> correct(Correct command, Given given) {
        var by = command.correction();
        var now = given.merit().corrected(by, command.amounts());
        if (Merit.changes(given.merit(), now).isEmpty()) {
            return refuse(NOTHING_TO_CORRECT);
        }
        if (command.heldBy() instanceof String held) {
            return refuse(HELD_WITH_OTHERS, held);
        }
        return CommonRules.unitsExist(command.unknownUnits())
                .or(() -> isRight(now, command.words()))
                .or(() -> CommonRules.inOrder(by.on(), now.day().first()))
                .map(Decision::<MovementAwardEvent>refuse)
                .orElseGet(() -> accept(new Corrected(given.merit(), now, by.reason(), by.on())));
    }

    private static Decision<MovementAwardEvent> revoke(Revoke command, MovementAward state) {
        return switch (state) {
            case NotOpened _ -> refuse(AWARD_UNKNOWN, command.award());
            case Given given ->
                revoke(command.revocation().counted(command.historicUntil()), command.historicUntil(), given);
        };
    }

    private static Decision<MovementAwardEvent> revoke(Revocation revocation, @Nullable LocalDate until, Given state) {
        if (state.revoked() instanceof Revocation before) {
            return before.isSameAs(revocation) ? nothingNew() : refuse(ALREADY_REVOKED);
        }
        return CommonRules.isKnown(
                        revocation.day(),
                        revocation.decision(),
                        until,
                        state.merit().programme())
                .or(() ->
                        CommonRules.inOrder(revocation.on(), state.merit().day().first()))
                .or(() -> CommonRules.paperIsThere(revocation.decision(), revocation.on()))
                .map(Decision::<MovementAwardEvent>refuse)
                .orElseGet(() -> accept(new Revoked(revocation)));
    }

    @Override
    public MovementAward evolve(MovementAward state, MovementAwardEvent event) {
        return switch (event) {
            case Granted(var award, var merit) when state instanceof NotOpened -> new Given(award, merit, null);
            case Corrected(var was, var now, var reason, var on)
            when state instanceof Given(var award, var merit, var none) && none == null -> new Given(award, now, null);
            case Revoked(var revocation)
            when state instanceof Given(var award, var merit, var none) && none == null ->
                new Given(award, merit, revocation);
            case Granted _, Corrected _, Revoked _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
