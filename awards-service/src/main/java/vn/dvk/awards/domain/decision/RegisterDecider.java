package vn.dvk.awards.domain.decision;

import static vn.dvk.awards.domain.AwardsReason.ALREADY_REVOKED;
import static vn.dvk.awards.domain.AwardsReason.DECISION_IN_REGISTER;
import static vn.dvk.awards.domain.AwardsReason.DECISION_NUMBER_TAKEN;
import static vn.dvk.awards.domain.AwardsReason.DECISION_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.NOTHING_TO_CORRECT;
import static vn.dvk.awards.domain.AwardsReason.UNIT_UNKNOWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.decision.RegisterCommand.Correct;
import vn.dvk.awards.domain.decision.RegisterCommand.Enter;
import vn.dvk.awards.domain.decision.RegisterCommand.Revoke;
import vn.dvk.awards.domain.decision.RegisterEntry.Known;
import vn.dvk.awards.domain.decision.RegisterEntry.NotOpened;
import vn.dvk.awards.domain.decision.RegisterEvent.Corrected;
import vn.dvk.awards.domain.decision.RegisterEvent.Issued;
import vn.dvk.awards.domain.decision.RegisterEvent.Revoked;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;

/** The rules of the register of decisions. */
public final class RegisterDecider implements Decider<RegisterCommand, RegisterEntry, RegisterEvent> {

    @Override
    public RegisterEntry initial() {
        return new NotOpened();
    }

    @Override
    public Decision<RegisterEvent> decide(RegisterCommand command, RegisterEntry state) {
        return switch (command) {
            case Enter enter -> enter(enter, state);
            case Correct correct -> correct(correct, state);
            case Revoke revoke -> revoke(revoke, state);
        };
    }

    private static Decision<RegisterEvent> enter(Enter command, RegisterEntry state) {
        return switch (state) {
            case NotOpened _ -> accept(new Issued(command.decision(), command.text()));
            case Known known -> known.text().equals(command.text()) ? nothingNew() : refuse(DECISION_IN_REGISTER);
        };
    }

    private static Decision<RegisterEvent> correct(Correct command, RegisterEntry state) {
        return switch (state) {
            case NotOpened _ -> refuse(DECISION_UNKNOWN, command.decision());
            case Known known when known.revoked() != null -> refuse(ALREADY_REVOKED);
            case Known known -> correct(command, known);
        };
    }

    private static Decision<RegisterEvent> correct(Correct command, Known known) {
        var by = command.correction();
        var now = by.of(known.text());
        if (now.equals(known.text())) {
            return refuse(NOTHING_TO_CORRECT);
        }
        if (command.numberIsTaken()) {
            return refuse(CommonRules.fault(
                    "number", DECISION_NUMBER_TAKEN, now.paper(known.decision()).asNumbered()));
        }
        return unitExists(by.unit(), command.unitIsKnown())
                .or(() -> CommonRules.inOrder(by.on(), now.day().first()))
                .map(Decision::<RegisterEvent>refuse)
                .orElseGet(() -> accept(new Corrected(known.text(), now, by.reason(), by.on())));
    }

    private static Optional<Refusal> unitExists(@Nullable String unit, boolean isKnown) {
        return unit == null || isKnown ? Optional.empty() : Optional.of(CommonRules.fault("unit", UNIT_UNKNOWN, unit));
    }

    private static Decision<RegisterEvent> revoke(Revoke command, RegisterEntry state) {
        return switch (state) {
            case NotOpened _ -> refuse(DECISION_UNKNOWN, command.decision());
            case Known known -> revoke(command.revocation(), known);
        };
    }

    private static Decision<RegisterEvent> revoke(Revocation revocation, Known known) {
        if (known.revoked() instanceof Revocation before) {
            return before.isSameAs(revocation) ? nothingNew() : refuse(ALREADY_REVOKED);
        }
        return CommonRules.inOrder(revocation.on(), known.text().day().first())
                .or(() -> CommonRules.paperIsThere(revocation.decision(), revocation.on()))
                .map(Decision::<RegisterEvent>refuse)
                .orElseGet(() -> accept(new Revoked(revocation)));
    }

    @Override
    public RegisterEntry evolve(RegisterEntry state, RegisterEvent event) {
        return switch (event) {
            case Issued(var decision, var text) when state instanceof NotOpened -> new Known(decision, text, 0, null);
            case Corrected(var was, var now, var reason, var on)
            when state instanceof Known known ->
                new Known(known.decision(), now, known.corrections() + 1, known.revoked());
            case Revoked(var by)
            when state instanceof Known known -> new Known(known.decision(), known.text(), known.corrections(), by);
            case Issued _, Corrected _, Revoked _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
