package vn.dvk.awards.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.dossier.Stays;

/** Where models belong, which a command about them needs to know before it can be put: a small part of their views. */
@Component
public class Affiliations {

    private final MongoCollection<Document> collection;

    Affiliations(MongoDatabase database) {
        this.collection = database.getCollection("dossiers");
    }

    /**
     * Where a model belongs. Its programme never changes, its unit by a transfer.
     *
     * @param unit    that leads it now
     * @param subject whose it is, if it is known
     * @param led     which unit led it since when; empty where it was this one all the time
     */
    public record Affiliation(
            String programme, String unit, @Nullable String subject, List<Stays.Stay> led) {

        /** The unit whose affair it is on that day. */
        public String unitOn(LocalDate day) {
            return Stays.leading(led, day, unit);
        }
    }

    /** In one read, by model; models not known yet are missing. */
    public Map<String, Affiliation> of(Collection<String> models) {
        var found = new HashMap<String, Affiliation>();
        collection
                .find(Filters.in("_id", models))
                .projection(Projections.include("view.programme", "view.unit", "view.subjectId", "view.led"))
                .forEach(document -> {
                    var view = document.get("view", new Document());
                    if (view.containsKey("programme")) {
                        found.put(
                                document.getString("_id"),
                                new Affiliation(
                                        view.getString("programme"),
                                        view.getString("unit"),
                                        view.getString("subjectId"),
                                        view.getList("led", Document.class, List.of()).stream()
                                                .map(Affiliations::stay)
                                                .toList()));
                    }
                });
        return found;
    }

    private static Stays.Stay stay(Document one) {
        return new Stays.Stay(LocalDate.parse(one.getString("from")), one.getString("unit"), null);
    }
}
