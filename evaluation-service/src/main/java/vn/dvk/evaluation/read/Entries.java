package vn.dvk.evaluation.read;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.stream.Streams;

/** What is kept about a model in streams of their own: reports, inspections, reviews. The latest come first, by their day. */
public final class Entries {

    private Entries() {}

    /**
     * A page of them.
     *
     * @param item of an entry's id and its whole history, which is not empty
     * @throws vn.dvk.service.web.Refused if the cursor is none of this list
     */
    public static <E, T> Page<T> page(
            Streams<?, ?, E> streams,
            String model,
            int limit,
            @Nullable String cursor,
            BiFunction<String, List<Recorded<E>>, T> item) {
        var ofModel = Filters.eq("view.model", model);
        var found = streams.documents()
                .find(
                        cursor == null
                                ? ofModel
                                : Filters.and(ofModel, EntryCursor.from(cursor).after()))
                .projection(Projections.include("view.on"))
                .sort(Sorts.descending("view.on", "_id"))
                .limit(limit + 1)
                .map(Entries::place)
                .into(new ArrayList<>());
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                shown.stream()
                        .map(place -> item.apply(place.id(), streams.history(place.id())))
                        .toList(),
                found.size() > limit ? shown.getLast().toString() : null);
    }

    private static EntryCursor place(Document document) {
        var view = document.get("view", Document.class);
        return new EntryCursor(LocalDate.parse(view.getString("on")), document.getString("_id"));
    }
}
