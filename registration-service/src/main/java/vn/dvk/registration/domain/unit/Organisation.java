package vn.dvk.registration.domain.unit;

import static vn.dvk.registration.domain.RegistrationReason.PARENT_BELOW;
import static vn.dvk.registration.domain.RegistrationReason.PARENT_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSOR_UNKNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.unit.Unit.Known;
import vn.dvk.registration.domain.unit.Unit.Known.Dated;
import vn.dvk.registration.domain.unit.UnitCommand.Describe;
import vn.dvk.registration.domain.unit.UnitCommand.Reorganize;

/**
 * Units and who is above whom, as they are or would be.
 *
 * <p>Whoever is named has to be there, and at no date does a unit stand above itself. That a unit is merged into one of
 * its own children is no such circle: the child keeps its superior, until it is moved.
 *
 * @param units by code; with every superior of a unit that is checked, as far as there is one
 */
public record Organisation(Map<String, Known> units) {

    public Organisation {
        units = Map.copyOf(units);
    }

    /** @param unit as it would be once the command is carried out; part of this organisation already */
    public Placement place(UnitCommand command, Known unit) {
        var faults = new ArrayList<Fault>();
        switch (command) {
            case Describe describe -> faults.addAll(below(describe.profile().parent(), unit));
            case Reorganize(var succession, var _) -> {
                if (succession.type() == Succession.Type.MOVED) {
                    faults.addAll(below(succession.parent(), unit));
                }
                for (var i = 0; i < succession.successors().size(); i++) {
                    var successor = succession.successors().get(i);
                    if (!units.containsKey(successor)) {
                        faults.add(Fault.of("successors[" + i + "]", SUCCESSOR_UNKNOWN, successor));
                    }
                }
            }
        }
        return new Placement(faults);
    }

    private List<Fault> below(@Nullable String parent, Known unit) {
        if (parent == null) {
            return List.of();
        }
        if (!units.containsKey(parent)) {
            return List.of(Fault.of("parent", PARENT_UNKNOWN, parent));
        }
        return isAboveItself(unit) ? List.of(Fault.of("parent", PARENT_BELOW, parent, unit.code())) : List.of();
    }

    private boolean isAboveItself(Known unit) {
        return leadsTo(unit.code(), unit, LocalDate.MIN, LocalDate.MAX, new HashSet<>());
    }

    /** Whether one comes to that unit by going up from here, within one and the same time. */
    private boolean leadsTo(String code, Known from, LocalDate begin, LocalDate end, Set<String> path) {
        if (!path.add(from.code())) {
            return false; // a circle that is not about this unit
        }
        for (var parent : from.parents()) {
            var first = later(begin, begin(parent));
            var last = earlier(end, end(parent));
            if (first.isAfter(last)) {
                continue;
            }
            var above = units.get(parent.value());
            if (parent.value().equals(code) || above != null && leadsTo(code, above, first, last, path)) {
                return true;
            }
        }
        path.remove(from.code());
        return false;
    }

    private static LocalDate begin(Dated dated) {
        return dated.from() == null ? LocalDate.MIN : dated.from();
    }

    private static LocalDate end(Dated dated) {
        return dated.to() == null ? LocalDate.MAX : dated.to();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
