package vn.dvk.spec.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A body cut down to some of its fields. */
final class Fields {

    private Fields() {}

    /** Only the named fields; {@code steps.code} keeps {@code code} of each of {@code steps}. */
    static JsonNode only(JsonNode node, Collection<String> fields) {
        if (node.isArray()) {
            var some = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> some.add(only(element, fields)));
            return some;
        }
        if (!node.isObject()) {
            return node;
        }
        var some = JsonNodeFactory.instance.objectNode();
        byFirstName(fields).forEach((name, deeper) -> {
            if (node.has(name)) {
                some.set(name, deeper.contains("") ? node.get(name) : only(node.get(name), deeper));
            }
        });
        return some;
    }

    /** First name to what is wanted below it; the empty text stands for all of it. */
    private static Map<String, List<String>> byFirstName(Collection<String> fields) {
        var byName = new TreeMap<String, List<String>>();
        for (var field : fields) {
            var dot = field.indexOf('.');
            var name = dot < 0 ? field : field.substring(0, dot);
            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(dot < 0 ? "" : field.substring(dot + 1));
        }
        return byName;
    }
}
