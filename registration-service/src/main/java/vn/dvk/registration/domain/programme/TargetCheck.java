package vn.dvk.registration.domain.programme;

import static vn.dvk.registration.domain.RegistrationReason.CODE_TWICE;
import static vn.dvk.registration.domain.RegistrationReason.EXEMPT_NO_TARGET;
import static vn.dvk.registration.domain.RegistrationReason.PERIOD_REVERSED;
import static vn.dvk.registration.domain.RegistrationReason.TARGETS_NAMED_OR_RULE;
import static vn.dvk.registration.domain.RegistrationReason.TARGET_UNKNOWN;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.registration.domain.unit.Unit;

/**
 * What the directory has against targets. A unit that has ended may be named: what it should do is dated.
 *
 * @param units by code, as far as they are there
 * @param kinds of units
 */
public record TargetCheck(Function<String, Optional<Unit>> units, Vocabulary kinds) {

    /** @return per field of the request; none if the targets can be laid down */
    public List<Fault> faults(Targets targets) {
        var faults = new ArrayList<Fault>();
        var named = targets.units();
        var kind = targets.kind();
        var under = targets.under();
        if (named != null ? kind != null || under != null : kind == null || under == null) {
            faults.add(Fault.of(named == null && kind != null ? "under" : "units", TARGETS_NAMED_OR_RULE));
            return faults;
        }
        if (named != null) {
            faults.addAll(named(named));
        }
        if (kind != null) {
            kinds.fault("kind", kind, null).ifPresent(faults::add);
        }
        if (under != null && units.apply(under).isEmpty()) {
            faults.add(Fault.of("under", TARGET_UNKNOWN, under));
        }
        var rightSoFar = faults.isEmpty();
        for (var i = 0; i < targets.exemptions().size(); i++) {
            var exemption = targets.exemptions().get(i);
            var field = "exemptions[" + i + "].";
            if (units.apply(exemption.unit()).isEmpty()) {
                faults.add(Fault.of(field + "unit", TARGET_UNKNOWN, exemption.unit()));
            } else if (rightSoFar && !isTarget(exemption.unit(), targets)) {
                faults.add(Fault.of(field + "unit", EXEMPT_NO_TARGET, exemption.unit()));
            }
            if (exemption.to() != null && exemption.to().isBefore(exemption.from())) {
                faults.add(Fault.of(field + "to", PERIOD_REVERSED, exemption.from()));
            }
        }
        return List.copyOf(faults);
    }

    private List<Fault> named(List<String> codes) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (var i = 0; i < codes.size(); i++) {
            var code = codes.get(i);
            if (units.apply(code).isEmpty()) {
                faults.add(Fault.of("units[" + i + "]", TARGET_UNKNOWN, code));
            } else if (!seen.add(code)) {
                faults.add(Fault.of("units[" + i + "]", CODE_TWICE, code));
            }
        }
        return faults;
    }

    /** On any day: units are moved, and an exemption may be older than the move. */
    private boolean isTarget(String code, Targets targets) {
        if (targets.units() != null) {
            return targets.units().contains(code);
        }
        return units.apply(code)
                .filter(unit ->
                        unit.kinds().stream().anyMatch(kind -> kind.value().equals(targets.kind())))
                .filter(unit -> isEverBelow(unit, targets))
                .isPresent();
    }

    private boolean isEverBelow(Unit unit, Targets targets) {
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(unit));
        while (!next.isEmpty()) {
            for (var parent : next.remove().parents()) {
                if (parent.value().equals(targets.under())) {
                    return true;
                }
                if (seen.add(parent.value())) {
                    units.apply(parent.value()).ifPresent(next::add);
                }
            }
        }
        return false;
    }
}
