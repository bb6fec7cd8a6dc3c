package vn.dvk.evaluation.store;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import vn.dvk.evaluation.events.consumed.Programme;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.intake.Projection;

/**
 * The programmes as the directory last told them.
 *
 * <p>Thousands of models of one programme may be registered at once, so what was read is kept in memory for a moment.
 * No longer, because another instance may be the one that hears of a change. Within that moment nobody can tell whether
 * a model was registered before or after it: programmes and models come by different topics.
 */
public class Programmes {

    private static final String SUBJECT = "programme:";
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private record Kept(Programme programme, long readAt) {}

    private final MongoCollection<Document> collection;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Programmes(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void prepare() {
        Projection.prepare(collection);
    }

    public Optional<Programme> find(String code) {
        var recent = kept.get(code);
        if (recent != null && System.nanoTime() - recent.readAt() < KEPT_NANOS) {
            return Optional.of(recent.programme());
        }
        var document = collection.find(new Document("_id", SUBJECT + code)).first();
        if (document == null || !document.containsKey("code")) {
            return Optional.empty();
        }
        var programme = Json.fromDocument(document, Programme.class);
        kept.put(code, new Kept(programme, System.nanoTime()));
        return Optional.of(programme);
    }

    /** The documents as they are kept up to date; one per programme. */
    public MongoCollection<Document> documents() {
        return collection;
    }
}
