package vn.dvk.registration.domain.unit;

import static vn.dvk.kit.Decision.accept;
import static vn.dvk.kit.Decision.nothingNew;
import static vn.dvk.kit.Decision.refuse;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_NEEDS_NAME;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_NEEDS_PARENT;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_NEEDS_SUCCESSOR;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_OWN_PARENT;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_PERIOD_REVERSED;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_UNKNOWN;

import java.util.List;
import vn.dvk.kit.Decider;
import vn.dvk.kit.Decision;
import vn.dvk.kit.ImpossibleHistory;
import vn.dvk.registration.domain.unit.Unit.Known;
import vn.dvk.registration.domain.unit.Unit.Unknown;
import vn.dvk.registration.domain.unit.UnitCommand.Describe;
import vn.dvk.registration.domain.unit.UnitCommand.Reorganise;
import vn.dvk.registration.domain.unit.UnitEvent.Corrected;
import vn.dvk.registration.domain.unit.UnitEvent.Established;
import vn.dvk.registration.domain.unit.UnitEvent.Reorganised;

/** The rules about units. Describing or reorganising in the same way again is nothing new. */
public final class UnitDecider implements Decider<UnitCommand, Unit, UnitEvent> {

    @Override
    public Unit initial() {
        return new Unknown();
    }

    @Override
    public Decision<UnitEvent> decide(UnitCommand command, Unit state) {
        return switch (command) {
            case Describe describe -> decide(describe, state);
            case Reorganise reorganise -> decide(reorganise, state);
        };
    }

    private static Decision<UnitEvent> decide(Describe command, Unit state) {
        var profile = command.profile();
        if (command.code().equals(profile.parent())) {
            return refuse(UNIT_OWN_PARENT, command.code());
        }
        var from = profile.validFrom();
        var to = profile.validTo();
        if (from != null && to != null && to.isBefore(from)) {
            return refuse(UNIT_PERIOD_REVERSED, from, to);
        }
        return switch (state) {
            case Unknown() -> accept(new Established(command.code(), profile));
            case Known known when known.profile().equals(profile) -> nothingNew();
            case Known _ -> accept(new Corrected(profile));
        };
    }

    private static Decision<UnitEvent> decide(Reorganise command, Unit state) {
        var succession = command.succession();
        return switch (state) {
            case Unknown() -> refuse(UNIT_UNKNOWN, String.join(", ", succession.units()));
            case Known known when known.successions().contains(succession) -> nothingNew();
            case Known _ -> complete(succession);
        };
    }

    private static Decision<UnitEvent> complete(Succession succession) {
        return switch (succession.type()) {
            case MERGED, SPLIT, CREATED ->
                succession.successors().isEmpty()
                        ? refuse(SUCCESSION_NEEDS_SUCCESSOR, succession.type())
                        : accept(new Reorganised(succession));
            case RENAMED ->
                succession.name() == null ? refuse(SUCCESSION_NEEDS_NAME) : accept(new Reorganised(succession));
            case MOVED ->
                succession.parent() == null ? refuse(SUCCESSION_NEEDS_PARENT) : accept(new Reorganised(succession));
            case DISSOLVED -> accept(new Reorganised(succession));
        };
    }

    @Override
    public Unit evolve(Unit state, UnitEvent event) {
        return switch (event) {
            case Established(var code, var profile)
            when state instanceof Unknown -> new Known(code, profile, List.of());
            case Corrected(var profile)
            when state instanceof Known known -> new Known(known.code(), profile, known.successions());
            case Reorganised(var succession) when state instanceof Known known -> known.with(succession);
            case Established _, Corrected _, Reorganised _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
