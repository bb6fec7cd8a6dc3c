package vn.dvk.reporting.domain.organisation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The organisation in one view: every unit, ended ones too, stands for a unit of the view, and those form a tree.
 *
 * @param parents   of the view's units
 * @param standsFor the view's unit that takes what a unit did; the unit itself where nothing is said
 */
public record Tree(Map<String, String> parents, Map<String, String> standsFor) {

    public Tree {
        parents = Map.copyOf(parents);
        standsFor = Map.copyOf(standsFor);
    }

    /** The unit of this view that a unit's facts count for. */
    public String place(String unit) {
        return standsFor.getOrDefault(unit, unit);
    }

    public @Nullable String parent(String unit) {
        return parents.get(unit);
    }

    /** All units whose facts count for the given one or for a unit below it. */
    public Set<String> under(String unit) {
        var children = new HashMap<String, List<String>>();
        parents.forEach((child, parent) ->
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(child));
        var inView = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(List.of(place(unit)));
        while (!next.isEmpty()) {
            var one = next.poll();
            if (inView.add(one)) {
                next.addAll(children.getOrDefault(one, List.of()));
            }
        }
        var all = new HashSet<>(inView);
        standsFor.forEach((was, is) -> {
            if (inView.contains(is)) {
                all.add(was);
            } else {
                all.remove(was);
            }
        });
        return all;
    }

    /** From the unit's place up to the top, the place first. */
    public List<String> path(String unit) {
        var path = new LinkedHashSet<String>();
        for (@Nullable String one = place(unit); one != null && path.add(one); one = parents.get(one)) {
            // A circle in the data ends where it would begin again.
        }
        return List.copyOf(path);
    }
}
