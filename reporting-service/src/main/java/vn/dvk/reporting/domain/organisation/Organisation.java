package vn.dvk.reporting.domain.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The units with their history, seen as on a day or as today. */
public final class Organisation {

    private final Map<String, Unit> units;

    public Organisation(Collection<Unit> units) {
        this.units = units.stream().collect(Collectors.toUnmodifiableMap(Unit::code, unit -> unit));
    }

    /** As then: who belonged to whom on that day. */
    public Tree then(LocalDate day) {
        var parents = new HashMap<String, String>();
        units.values().forEach(unit -> {
            var parent = unit.parent(day);
            if (parent != null) {
                parents.put(unit.code(), parent);
            }
        });
        return new Tree(parents, Map.of());
    }

    /** As now: what units that have ended did counts for their successors. */
    public Tree now(LocalDate today) {
        var then = then(today);
        var standsFor = new HashMap<String, String>();
        units.keySet().forEach(code -> {
            var now = successor(code, today, then, new HashSet<>());
            if (!now.equals(code)) {
                standsFor.put(code, now);
            }
        });
        var parents = new HashMap<String, String>();
        then.parents().forEach((child, parent) -> {
            var above = standsFor.getOrDefault(parent, parent);
            if (!standsFor.containsKey(child) && !above.equals(child)) {
                parents.put(child, above);
            }
        });
        return new Tree(parents, standsFor);
    }

    /** Follows successions up to today. What was split cannot be divided, so it counts where the parts meet. */
    private String successor(String code, LocalDate today, Tree tree, Set<String> seen) {
        var unit = units.get(code);
        if (unit == null || !seen.add(code)) {
            return code;
        }
        return unit.successions().stream()
                .filter(succession -> succession.units().contains(code))
                .filter(succession -> !succession.successors().isEmpty())
                .filter(succession -> !succession.successors().contains(code))
                .filter(succession -> !succession.effective().isAfter(today))
                .max(java.util.Comparator.comparing(Unit.Succession::effective))
                .map(succession -> successor(meeting(succession.successors(), tree), today, tree, seen))
                .orElse(code);
    }

    private static String meeting(List<String> successors, Tree tree) {
        var common = new java.util.LinkedHashSet<>(tree.path(successors.getFirst()));
        successors.forEach(one -> common.retainAll(tree.path(one)));
        return common.isEmpty() ? successors.getFirst() : common.getFirst();
    }
}
