package vn.dvk.reporting.domain.organisation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The organisation in one view: every unit, ended ones too, stands for a unit of the view, and those form a tree.
 *
 * <p>What a merged unit did counts for its successor. What a split unit did counts for the successor its model was
 * assigned to; as long as it is assigned to none it is in a place of its own, {@link #isUnattributable}, below the unit
 * in which all successors are, so that every total from there on is complete.
 */
public final class Tree {

    /** The word answers use for such a place. */
    public static final String UNATTRIBUTABLE = "unattributable";

    private static final String IN = UNATTRIBUTABLE + '@';

    private final Map<String, List<String>> successors;
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> standsFor = new HashMap<>();
    private final Set<String> split = new HashSet<>();

    /**
     * @param parents    of all units, ended ones with their last
     * @param successors of the units that have ended in this view
     */
    public Tree(Map<String, String> parents, Map<String, List<String>> successors) {
        this.successors = Map.copyOf(successors);
        parents.forEach((unit, parent) -> {
            var above = above(unit, parent, parents);
            if (!successors.containsKey(unit) && above != null) {
                this.parents.put(unit, above);
            }
        });
        for (var unit : successors.keySet()) {
            var place = place(unit, List.of());
            if (isUnattributable(place)) {
                split.add(unit);
            }
            standsFor.put(unit, place);
        }
        for (var place : List.copyOf(standsFor.values())) {
            if (isUnattributable(place) && place.length() > IN.length()) {
                this.parents.put(place, place.substring(IN.length()));
            }
        }
    }

    /** What took the parent's place; where that is the unit itself, as after a merger into a part, the parent's own parent. */
    private @Nullable String above(String unit, String parent, Map<String, String> parents) {
        var seen = new HashSet<String>();
        for (@Nullable String one = parent; one != null && seen.add(one); one = parents.get(one)) {
            var is = heir(one);
            if (is != null && !is.equals(unit)) {
                return is;
            }
        }
        return null;
    }

    /** Follows successions that have one successor. */
    private @Nullable String heir(String unit) {
        var seen = new HashSet<String>();
        var one = unit;
        while (seen.add(one)) {
            var next = successors.get(one);
            if (next == null) {
                return one;
            }
            if (next.size() > 1) {
                return null;
            }
            one = next.getFirst();
        }
        return null;
    }

    /** What has taken the unit's place by mergers; what a split unit did stays with it. */
    public String successorOf(String unit) {
        var seen = new HashSet<String>();
        var one = unit;
        while (seen.add(one) && successors.getOrDefault(one, List.of()).size() == 1) {
            one = Objects.requireNonNull(successors.get(one)).getFirst();
        }
        return one;
    }

    /** All units in whose place the same one is as in this one's, itself among them. */
    public Set<String> sharingItsSuccessor(String unit) {
        var is = successorOf(unit);
        var all = new HashSet<>(Set.of(is));
        successors.keySet().stream().filter(one -> successorOf(one).equals(is)).forEach(all::add);
        return all;
    }

    public static boolean isUnattributable(String place) {
        return place.startsWith(IN);
    }

    /** As answers show it. */
    public static String shown(String place) {
        return isUnattributable(place) ? UNATTRIBUTABLE : place;
    }

    /** The unit of this view that a unit's facts count for, as long as their model is not assigned to another. */
    public String place(String unit) {
        return standsFor.getOrDefault(unit, unit);
    }

    /** @param assigned the units that the model was transferred to later, in order */
    public String place(String unit, List<String> assigned) {
        if (assigned.isEmpty() && standsFor.containsKey(unit)) {
            return place(unit);
        }
        return place(unit, assigned, new HashSet<>());
    }

    private String place(String unit, List<String> assigned, Set<String> seen) {
        var next = successors.get(unit);
        if (next == null || !seen.add(unit)) {
            return unit;
        }
        for (var one : assigned) {
            if (next.contains(one)) {
                return place(one, assigned, seen);
            }
        }
        var places = new LinkedHashSet<String>();
        next.forEach(one -> places.add(place(one, assigned, new HashSet<>(seen))));
        return places.size() == 1 ? places.getFirst() : IN + meeting(places);
    }

    /** The lowest unit that all of them are in; empty if there is none. */
    private String meeting(Set<String> places) {
        @Nullable Set<String> common = null;
        for (var place : places) {
            var path = new LinkedHashSet<>(pathOf(isUnattributable(place) ? place.substring(IN.length()) : place));
            if (common == null) {
                common = path;
            } else {
                common.retainAll(path);
            }
        }
        return common == null || common.isEmpty() ? "" : common.iterator().next();
    }

    public @Nullable String parent(String place) {
        return parents.get(place);
    }

    /** Units whose facts count here or there, model by model. */
    public Set<String> split() {
        return Set.copyOf(split);
    }

    /** The places in a unit's subtree, its own among them. */
    public Set<String> placesUnder(String unit) {
        var children = new HashMap<String, List<String>>();
        parents.forEach((child, parent) ->
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(child));
        var places = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(List.of(place(unit)));
        while (!next.isEmpty()) {
            var one = next.poll();
            if (places.add(one)) {
                next.addAll(children.getOrDefault(one, List.of()));
            }
        }
        return places;
    }

    /** All units whose facts count for the given one or for a unit below it, as long as no model is assigned. */
    public Set<String> under(String unit) {
        var places = placesUnder(unit);
        var all = new HashSet<>(places);
        all.removeIf(Tree::isUnattributable);
        standsFor.forEach((was, is) -> {
            if (places.contains(is)) {
                all.add(was);
            } else {
                all.remove(was);
            }
        });
        return all;
    }

    /** From the unit's place up to the top, the place first. */
    public List<String> path(String unit) {
        return pathOf(place(unit));
    }

    /** From a place up to the top, itself first. */
    public List<String> pathOf(String place) {
        var path = new LinkedHashSet<String>();
        for (@Nullable String one = place; one != null && path.add(one); one = parents.get(one)) {
            // A circle in the data ends where it would begin again.
        }
        return List.copyOf(path);
    }

    boolean isLike(Tree other) {
        return parents.equals(other.parents) && standsFor.equals(other.standsFor);
    }
}
