package vn.dvk.registration.read;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.store.SearchText;

/**
 * A page of a list, in the order of the ids.
 *
 * @param next cursor of the next page, absent on the last one
 */
public record Page(
        List<Map<String, Object>> items, @Nullable String next) {

    /** @param equal fields of the view and the values they must have; null values do not filter */
    public static Page of(
            MongoCollection<Document> collection,
            Map<String, @Nullable String> equal,
            @Nullable String search,
            List<Bson> more,
            int limit,
            @Nullable String cursor,
            Function<Document, Map<String, Object>> item) {
        var conditions = new ArrayList<Bson>(more);
        conditions.add(Filters.gt("version", 0));
        equal.forEach((field, value) -> {
            if (value != null) {
                conditions.add(Filters.eq("view." + field, value));
            }
        });
        if (search != null && !search.isBlank()) {
            conditions.add(Filters.regex("view.search", Pattern.quote(SearchText.of(search))));
        }
        if (cursor != null) {
            conditions.add(Filters.gt("_id", cursor));
        }
        var found = collection
                .find(Filters.and(conditions))
                .projection(Projections.include("view", "version"))
                .sort(new Document("_id", 1))
                .limit(limit + 1)
                .into(new ArrayList<>());
        var items = found.stream().limit(limit).map(item).toList();
        return new Page(items, found.size() > limit ? found.get(limit - 1).getString("_id") : null);
    }

    /** What a list shows of a document; the text it is searched by is not among it. */
    public static Map<String, Object> viewOf(Document document) {
        var view = new LinkedHashMap<String, Object>(document.get("view", new Document()));
        view.remove("search");
        return view;
    }
}
