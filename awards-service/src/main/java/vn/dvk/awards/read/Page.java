package vn.dvk.awards.read;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to ask with for the page after this one; null after the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** What one item of a list is made of. */
    public record Row(String id, Document view) {

        public @Nullable String text(String field) {
            return view.getString(field);
        }
    }

    /**
     * @param order the field of the view the list is in the order of; unique, so that the last one seen is the cursor
     */
    public static <T> Page<T> of(
            MongoCollection<Document> documents,
            List<Bson> filters,
            String order,
            @Nullable String cursor,
            int limit,
            Function<Row, T> item) {
        var all = new ArrayList<>(filters);
        all.add(Filters.gt("view." + order, cursor == null ? "" : cursor));
        var rows = documents
                .find(Filters.and(all))
                .projection(Projections.include("view"))
                .sort(new Document("view." + order, 1))
                .limit(limit + 1)
                .map(document -> new Row(document.getString("_id"), document.get("view", Document.class)))
                .into(new ArrayList<>());
        var page = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(
                page.stream().map(item).toList(),
                rows.size() > limit ? page.getLast().view().getString(order) : null);
    }

    /** The filter, if a value is given. */
    public static List<Bson> equal(String field, @Nullable Object value) {
        return value == null ? List.of() : List.of(Filters.eq("view." + field, value.toString()));
    }
}
