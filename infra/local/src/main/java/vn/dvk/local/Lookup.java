package vn.dvk.local;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds documents without looking at all of them. */
interface Lookup {

    /**
     * Where to look, or null when these conditions say nothing about what is looked up here. May name too many: the query
     * itself decides.
     */
    @Nullable
    Stream<Long> positions(Document conditions);

    /** What a query demands of single fields, also where its parts are joined by {@code $and}. */
    static Document conditions(Document query) {
        var conditions = new Document();
        collect(query, conditions);
        return conditions;
    }

    private static void collect(Document query, Document conditions) {
        query.forEach((field, condition) -> {
            if (field.equals("$and") && condition instanceof List<?> parts) {
                parts.forEach(part -> collect((Document) part, conditions));
            } else if (!field.startsWith("$") && condition != null) { // null also finds what has no value and no entry
                conditions.putIfAbsent(field, condition);
            }
        });
    }
}
