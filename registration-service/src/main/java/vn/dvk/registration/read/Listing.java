package vn.dvk.registration.read;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.dvk.service.web.Cursor;
import vn.dvk.service.web.Page;
import vn.dvk.service.web.SearchText;

/** Lists of streams by their views, in the order of the ids. */
public final class Listing {

    private Listing() {}

    /** @param equal fields of the view and the values they must have; null values do not filter */
    public static Page<Map<String, Object>> page(
            MongoCollection<Document> collection,
            Map<String, @Nullable String> equal,
            @Nullable String search,
            List<Bson> more,
            int limit,
            @Nullable Cursor cursor,
            Function<Document, Map<String, Object>> item) {
        return Page.of(
                found(collection, equal, search, List.of(), more, limit, cursor),
                limit,
                item,
                last -> Cursor.of(last.getString("_id")));
    }

    private static List<Document> found(
            MongoCollection<Document> collection,
            Map<String, @Nullable String> equal,
            @Nullable String search,
            List<String> texts,
            List<Bson> more,
            int limit,
            @Nullable Cursor cursor) {
        var conditions = new ArrayList<Bson>(more);
        conditions.add(Filters.gt("version", 0));
        equal.forEach((field, value) -> {
            if (value != null) {
                conditions.add(Filters.eq("view." + field, value));
            }
        });
        if (search != null && !search.isBlank()) {
            var found = Filters.regex("view.search", Pattern.quote(SearchText.fold(search)));
            conditions.add(texts.isEmpty() ? found : Filters.or(found, Filters.in("view.texts", texts)));
        }
        if (cursor != null) {
            conditions.add(Filters.gt("_id", cursor.values(1).getFirst()));
        }
        return collection
                .find(Filters.and(conditions))
                .projection(Projections.include("view", "version"))
                .sort(new Document("_id", 1))
                .limit(limit + 1)
                .into(new ArrayList<>());
    }

    /**
     * The same over several collections, as if they were one; what is in an earlier one hides what a later one has.
     *
     * @param texts where texts are in which the search has found something that no view has
     */
    public static Page<Map<String, Object>> page(
            List<MongoCollection<Document>> collections,
            Map<String, @Nullable String> equal,
            @Nullable String search,
            List<String> texts,
            List<Bson> more,
            int limit,
            @Nullable Cursor cursor,
            Function<Document, Map<String, Object>> item) {
        var found = new TreeMap<String, Document>();
        for (var collection : collections) {
            found(collection, equal, search, texts, more, limit, cursor)
                    .forEach(document -> found.putIfAbsent(document.getString("_id"), document));
        }
        var first = found.values().stream().limit(limit + 1L).toList();
        return Page.of(first, limit, item, last -> Cursor.of(last.getString("_id")));
    }

    /** What a list shows of a document; what it is only found by is not among it. */
    public static Map<String, Object> viewOf(Document document) {
        var view = new LinkedHashMap<String, Object>(document.get("view", new Document()));
        view.remove("search");
        view.remove("led");
        view.remove("mergers");
        return view;
    }
}
