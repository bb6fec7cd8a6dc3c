package vn.dvk.reporting.domain.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The units with their history, seen as on the day of each fact, or all as on one day. */
public final class Organisation {

    /**
     * A time in which nothing was moved.
     *
     * @param from  null for the first
     * @param until exclusive; null for the last
     */
    public record Era(@Nullable LocalDate from, @Nullable LocalDate until, Tree tree) {}

    private final Map<String, Unit> units;

    public Organisation(Collection<Unit> units) {
        this.units = units.stream().collect(Collectors.toUnmodifiableMap(Unit::code, unit -> unit));
    }

    /** As then: who belonged to whom on that day. */
    public Tree then(LocalDate day) {
        return new Tree(parents(day), Map.of());
    }

    private Map<String, String> parents(LocalDate day) {
        var parents = new HashMap<String, String>();
        units.values().forEach(unit -> {
            var parent = unit.parent(day);
            if (parent != null) {
                parents.put(unit.code(), parent);
            }
        });
        return parents;
    }

    /** As on one day: what units that had ended by then did counts for their successors. */
    public Tree as(LocalDate day) {
        var successors = new HashMap<String, List<String>>();
        units.values().forEach(unit -> {
            var next = successors(unit, day);
            if (!next.isEmpty()) {
                successors.put(unit.code(), next);
            }
        });
        return new Tree(parents(day), successors);
    }

    /** Of the last succession that ended it by that day. */
    private static List<String> successors(Unit unit, LocalDate day) {
        return unit.end(day).map(Unit.Succession::successors).orElse(List.of());
    }

    /** All times, one after the other, each with its tree as then. */
    public List<Era> eras() {
        var turns = new TreeSet<LocalDate>();
        units.values()
                .forEach(unit -> unit.parents().forEach(parent -> {
                    if (parent.from() != null) {
                        turns.add(parent.from());
                    }
                    if (parent.to() != null) {
                        turns.add(parent.to().plusDays(1));
                    }
                }));
        var eras = new ArrayList<Era>();
        eras.add(new Era(
                null,
                null,
                then(turns.isEmpty() ? LocalDate.EPOCH : turns.first().minusDays(1))));
        for (var turn : turns) {
            var tree = then(turn);
            var last = eras.getLast();
            if (!tree.isLike(last.tree())) {
                eras.set(eras.size() - 1, new Era(last.from(), turn, last.tree()));
                eras.add(new Era(turn, null, tree));
            }
        }
        return List.copyOf(eras);
    }
}
