package vn.dvk.awards.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where models belong, which a command about them needs to know before it can be put: a small part of their views. */
@Component
public class Affiliations {

    private final MongoCollection<Document> collection;

    Affiliations(MongoDatabase database) {
        this.collection = database.getCollection("dossiers");
    }

    /**
     * Where a model belongs. Its programme never changes, its unit by a transfer or a correction.
     *
     * @param subject whose it is, if it is known
     */
    public record Affiliation(
            String programme, String unit, @Nullable String subject) {}

    /** In one read, by model; models not known yet are missing. */
    public Map<String, Affiliation> of(Collection<String> models) {
        var found = new HashMap<String, Affiliation>();
        collection
                .find(Filters.in("_id", models))
                .projection(Projections.include("view.programme", "view.unit", "view.subjectId"))
                .forEach(document -> {
                    var view = document.get("view", new Document());
                    if (view.containsKey("programme")) {
                        found.put(
                                document.getString("_id"),
                                new Affiliation(
                                        view.getString("programme"),
                                        view.getString("unit"),
                                        view.getString("subjectId")));
                    }
                });
        return found;
    }
}
