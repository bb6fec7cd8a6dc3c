package vn.dvk.reporting.counting;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.dvk.reporting.counting.FactQueries.Group;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;

/**
 * Which entries continue which. Where the earlier entry's own card is not there yet, its chain ends with it until it
 * comes: what is known decides, not the order in which it came.
 */
final class Chains {

    /** A chain has one entry per period. Registration lets no ring arise; should one be told, it is gone round so often. */
    static final int LONGEST = 100;

    private final Map<String, String> earlier = new HashMap<>();

    /** @param links groups by model and by what it continues */
    Chains(List<Group> links) {
        links.forEach(link -> {
            var model = link.key().get(Dimension.MODEL);
            var continues = link.key().get(Dimension.CONTINUES);
            if (model != null && continues != null) {
                earlier.put(model, continues);
            }
        });
    }

    /** The first entry of its chain. */
    String root(String model) {
        var root = model;
        for (var steps = 0; steps < LONGEST && earlier.containsKey(root); steps++) {
            root = earlier.getOrDefault(root, root);
        }
        return root;
    }

    /**
     * @param groups  by model and whatever else; what has no model is nobody's
     * @param placing what the key, without its model, is counted under
     * @param byModel whether the model stays in the key
     */
    List<Group> count(List<Group> groups, UnaryOperator<Map<Dimension, String>> placing, boolean byModel) {
        record Key(Measure measure, Map<Dimension, String> dimensions) {}
        var roots = new LinkedHashMap<Key, Set<String>>();
        for (var group : groups) {
            var model = group.key().get(Dimension.MODEL);
            if (model != null) {
                var rest = new EnumMap<Dimension, String>(Dimension.class);
                rest.putAll(group.key());
                if (!byModel) {
                    rest.remove(Dimension.MODEL);
                }
                roots.computeIfAbsent(new Key(group.measure(), placing.apply(rest)), _ -> new HashSet<>())
                        .add(root(model));
            }
        }
        return roots.entrySet().stream()
                .map(one -> new Group(
                        one.getKey().measure(),
                        one.getKey().dimensions(),
                        one.getValue().size()))
                .toList();
    }
}
