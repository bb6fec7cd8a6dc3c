package vn.dvk.awards.read.decisions;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.Rest;

/** How much rests on decisions: counted from what names them, because a decision carries no list. */
@Component
class Decided {

    private final List<MongoCollection<Document>> resting;

    Decided(MongoDatabase database) {
        this.resting = List.of(database.getCollection("dossiers"), database.getCollection("movement_awards"));
    }

    /** What one decision decided, standing or revoked since. */
    record Counts(int recognitions, int refusals, int awards, int revocations) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        /** What it has given: recognitions and awards. */
        int given() {
            return recognitions + awards;
        }

        static Counts of(Map<Rest.What, Integer> found) {
            return new Counts(
                    found.getOrDefault(Rest.What.RECOGNITION, 0),
                    found.getOrDefault(Rest.What.REFUSAL, 0),
                    found.getOrDefault(Rest.What.AWARD, 0),
                    found.getOrDefault(Rest.What.REVOCATION, 0));
        }
    }

    /** By decision; one on which nothing rests is missing. */
    Map<String, Counts> by(Collection<String> decisions) {
        var found = new HashMap<String, Map<Rest.What, Integer>>();
        for (var collection : decisions.isEmpty() ? List.<MongoCollection<Document>>of() : resting) {
            collection
                    .find(Filters.in("view.decisions", decisions))
                    .projection(Projections.include("view.rests"))
                    .forEach(document -> document.get("view", new Document())
                            .getList("rests", Document.class, List.of())
                            .forEach(rest -> found.computeIfAbsent(
                                            rest.getString("decision"), _ -> new EnumMap<>(Rest.What.class))
                                    .merge(Rest.What.valueOf(rest.getString("what")), 1, Integer::sum)));
        }
        var counts = new HashMap<String, Counts>();
        found.forEach((decision, each) -> counts.put(decision, Counts.of(each)));
        return counts;
    }
}
