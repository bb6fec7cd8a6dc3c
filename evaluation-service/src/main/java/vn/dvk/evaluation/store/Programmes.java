package vn.dvk.evaluation.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.events.consumed.Programme;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.Json;
import vn.dvk.service.Recently;

/**
 * The programmes as the directory last told them.
 *
 * <p>Thousands of models of one programme may be registered at once, so what was read is kept in memory for a moment.
 * No longer, because another instance may be the one that hears of a change. Within that moment nobody can tell whether
 * a model was registered before or after it: programmes and models come by different topics.
 */
public class Programmes {

    private static final String SUBJECT = "programme:";

    private final MongoCollection<Document> collection;
    private final Recently<Programme> recent = new Recently<>();

    Programmes(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    public Optional<Programme> find(String code) {
        return Optional.ofNullable(recent.find(Set.of(code), this::read).get(code));
    }

    /**
     * Programmes of the past with their cut-offs: they are few, and looked for only where something is missing.
     *
     * @param paper of what is told on that day; null: none
     */
    public Historic historic(Day on, @Nullable Paper paper) {
        if (Historic.missing(on, "", paper).isEmpty()) {
            return Historic.NONE;
        }
        var cutOffs = new HashMap<String, LocalDate>();
        collection
                .find(Filters.eq("historic", true))
                .projection(Projections.include("code", "cutOff"))
                .forEach(document ->
                        cutOffs.put(document.getString("code"), LocalDate.parse(document.getString("cutOff"))));
        return new Historic(cutOffs);
    }

    private Map<String, Programme> read(Set<String> codes) {
        var found = new HashMap<String, Programme>();
        collection
                .find(Filters.in("_id", codes.stream().map(SUBJECT::concat).toList()))
                .forEach(document -> {
                    if (document.containsKey("code")) {
                        found.put(document.getString("code"), Json.fromDocument(document, Programme.class));
                    }
                });
        return found;
    }

    /** The documents as they are kept up to date; one per programme. */
    public MongoCollection<Document> documents() {
        return collection;
    }
}
