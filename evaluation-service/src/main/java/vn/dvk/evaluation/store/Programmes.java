package vn.dvk.evaluation.store;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import vn.dvk.evaluation.messaging.incoming.HeardNames;
import vn.dvk.evaluation.messaging.incoming.ProgrammeState;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.SourcePosition.Reading;
import vn.dvk.kit.intake.EventHandler;
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

    private record Kept(ProgrammeState programme, long readAt) {}

    private final MongoCollection<Document> collection;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Programmes(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void prepare() {
        Projection.prepare(collection);
    }

    public Optional<ProgrammeState> find(String code) {
        var recent = kept.get(code);
        if (recent != null && System.nanoTime() - recent.readAt() < KEPT_NANOS) {
            return Optional.of(recent.programme());
        }
        var document = collection.find(new Document("_id", SUBJECT + code)).first();
        if (document == null || !document.containsKey("code")) {
            return Optional.empty();
        }
        var programme = Json.fromDocument(document, ProgrammeState.class);
        kept.put(code, new Kept(programme, System.nanoTime()));
        return Optional.of(programme);
    }

    /** Keeps them up to date; units are of no use here. */
    public EventHandler handler() {
        return new Projection("/dvk/directory", Reading.LATEST, () -> collection, event -> event.subject())
                .on(
                        HeardNames.PROGRAMME,
                        (document, event) -> document.putAll(Json.toDocument(event.as(ProgrammeState.class))))
                .ignoring("vn.dvk.directory.unit.v1");
    }
}
