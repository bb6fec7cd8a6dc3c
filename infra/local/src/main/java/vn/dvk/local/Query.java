package vn.dvk.local;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a query can tell before it is put to a document. */
record Query(Document filter) {

    /** What it demands of single fields, also where its parts are joined by {@code $and}; it may demand more. */
    Document conditions() {
        var conditions = new Document();
        collect(filter, conditions);
        return conditions;
    }

    private static void collect(Document filter, Document conditions) {
        filter.forEach((field, condition) -> {
            if (field.equals("$and") && condition instanceof List<?> parts) {
                parts.forEach(part -> collect((Document) part, conditions));
            } else if (!field.startsWith("$") && condition != null) { // null also finds what has no value and no entry
                conditions.putIfAbsent(field, condition);
            }
        });
    }

    /** The fields of a document on which its answer depends, by the first part of their names; null when it may be any. */
    @Nullable
    Set<String> fields() {
        var fields = new HashSet<String>();
        return collect(filter, fields) ? fields : null;
    }

    /** First part of a field's name. */
    static String root(String field) {
        var end = field.indexOf('.');
        return end < 0 ? field : field.substring(0, end);
    }

    private static boolean collect(Document filter, Set<String> fields) {
        return filter.entrySet().stream().allMatch(entry -> switch (entry.getKey()) {
            case "$and", "$or", "$nor" ->
                entry.getValue() instanceof List<?> parts
                        && parts.stream().allMatch(part -> collect((Document) part, fields));
            case String operator when operator.startsWith("$") -> false;
            case String field -> {
                fields.add(root(field));
                yield true;
            }
        });
    }
}
