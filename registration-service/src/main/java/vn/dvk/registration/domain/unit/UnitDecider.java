package vn.dvk.registration.domain.unit;

import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_NEEDS_NAME;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_NEEDS_PARENT;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_NEEDS_SUCCESSOR;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_OUTSIDE_LIFE;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_INVALID;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_OWN_PARENT;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_PERIOD_REVERSED;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_UNKNOWN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.registration.domain.unit.Unit.Known;
import vn.dvk.registration.domain.unit.Unit.Unknown;
import vn.dvk.registration.domain.unit.UnitCommand.Describe;
import vn.dvk.registration.domain.unit.UnitCommand.Reorganize;
import vn.dvk.registration.domain.unit.UnitEvent.Corrected;
import vn.dvk.registration.domain.unit.UnitEvent.Established;
import vn.dvk.registration.domain.unit.UnitEvent.Reorganized;

/** The rules about units. Describing or reorganizing in the same way again is nothing new. */
public final class UnitDecider implements Decider<UnitCommand, Unit, UnitEvent> {

    @Override
    public Unit initial() {
        return new Unknown();
    }

    @Override
    public Decision<UnitEvent> decide(UnitCommand command, Unit state) {
        return switch (command) {
            case Describe describe -> decide(describe, state);
            case Reorganize reorganize -> decide(reorganize, state);
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
            case Known known when known.profile().equals(profile) -> nothingNew();
            case Unknown _, Known _
            when !command.placement().fits() ->
                refuse(Refusal.of(UNIT_INVALID, command.placement().faults()));
            case Unknown() -> accept(new Established(command.code(), profile));
            case Known known -> correct(known, profile);
        };
    }

    /** A reorganization that is on record sets the last day; the corrected first day must not come after it. */
    private static Decision<UnitEvent> correct(Known state, Profile profile) {
        var from = profile.validFrom();
        var to = new Known(state.code(), profile, state.successions()).lastDay();
        return from != null && to != null && to.isBefore(from)
                ? refuse(UNIT_PERIOD_REVERSED, from, to)
                : accept(new Corrected(profile));
    }

    private static Decision<UnitEvent> decide(Reorganize command, Unit state) {
        var succession = command.succession();
        return switch (state) {
            case Unknown() -> refuse(UNIT_UNKNOWN, String.join(", ", succession.units()));
            case Known known when known.successions().contains(succession) -> nothingNew();
            case Known known -> reorganize(known, succession, command.placement());
        };
    }

    private static Decision<UnitEvent> reorganize(Known state, Succession succession, Placement placement) {
        var missing = missing(succession, state.code());
        if (missing != null) {
            return refuse(missing);
        }
        if (!placement.fits()) {
            return refuse(Refusal.of(UNIT_INVALID, placement.faults()));
        }
        // What ends is there until the day before, everything else on the day itself.
        var day = succession.ends(state.code()) ? succession.effective().minusDays(1) : succession.effective();
        return state.isAliveOn(day)
                ? accept(new Reorganized(succession))
                : refuse(SUCCESSION_OUTSIDE_LIFE, state.code(), day);
    }

    private static @Nullable Refusal missing(Succession succession, String code) {
        return switch (succession.type()) {
            case MERGED, SPLIT ->
                succession.successors().isEmpty()
                        ? Refusal.because(SUCCESSION_NEEDS_SUCCESSOR, succession.type())
                        : null;
            case RENAMED -> succession.name() == null ? Refusal.because(SUCCESSION_NEEDS_NAME) : null;
            case MOVED -> {
                var parent = succession.parent();
                yield parent == null
                        ? Refusal.because(SUCCESSION_NEEDS_PARENT)
                        : parent.equals(code) ? Refusal.because(UNIT_OWN_PARENT, code) : null;
            }
            case CREATED, DISSOLVED -> null;
        };
    }

    @Override
    public Unit evolve(Unit state, UnitEvent event) {
        return switch (event) {
            case Established(var code, var profile)
            when state instanceof Unknown -> new Known(code, profile, List.of());
            case Corrected(var profile)
            when state instanceof Known known -> new Known(known.code(), profile, known.successions());
            case Reorganized(var succession) when state instanceof Known known -> known.with(succession);
            case Established _, Corrected _, Reorganized _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
