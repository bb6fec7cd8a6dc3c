package vn.dvk.reporting.projection.rebuild;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.projection.rebuild.Differences.Difference;
import vn.dvk.reporting.projection.rebuild.Differences.Kind;
import vn.dvk.reporting.projection.rebuild.Rebuild.Phase;
import vn.dvk.reporting.projection.rebuild.Rebuild.State;

/**
 * The latest rebuild, in one document that all instances see. Its owner counts {@code beat} up with every write, so that
 * whoever looks twice can tell whether it is alive, without anybody's clock agreeing with anybody else's.
 */
final class RebuildRegister {

    private static final String ID = "current";

    private final MongoCollection<Document> collection;

    RebuildRegister(MongoDatabase database) {
        this.collection = database.getCollection("rebuilds");
    }

    /** As last written, and how often it was. */
    record Entry(Rebuild rebuild, long beat) {}

    /** @return false if one is under way; nothing has changed then */
    boolean begin(Rebuild rebuild) {
        try {
            var ended = new Document("_id", ID).append("state", new Document("$ne", State.RUNNING.name()));
            collection.replaceOne(ended, document(new Entry(rebuild, 1)), new ReplaceOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCode() != 11000) {
                throw e;
            }
            return false; // There is one, and it has not ended.
        }
    }

    /** @return absent if it is not under way any more, because somebody has declared it dead */
    Optional<Entry> write(Entry before, Rebuild now) {
        var next = new Entry(now, before.beat() + 1);
        var guard = new Document("_id", ID)
                .append("rebuild", now.id())
                .append("state", State.RUNNING.name())
                .append("beat", before.beat());
        return collection.replaceOne(guard, document(next)).getMatchedCount() == 1
                ? Optional.of(next)
                : Optional.empty();
    }

    Optional<Entry> latest() {
        return Optional.ofNullable(collection.find(new Document("_id", ID)).first())
                .map(RebuildRegister::read);
    }

    private static Document document(Entry entry) {
        var rebuild = entry.rebuild();
        return new Document("_id", ID)
                .append("rebuild", rebuild.id())
                .append("state", rebuild.state().name())
                .append("phase", rebuild.phase().name())
                .append("generation", rebuild.generation())
                .append("accept", rebuild.accept())
                .append("done", rebuild.done())
                .append("total", rebuild.total())
                .append("startedAt", Date.from(rebuild.startedAt()))
                .append("finishedAt", rebuild.finishedAt() == null ? null : Date.from(rebuild.finishedAt()))
                .append("failed", rebuild.failed())
                .append("differences", rebuild.differences() == null ? null : document(rebuild.differences()))
                .append("beat", entry.beat());
    }

    private static Document document(Differences differences) {
        return new Document("count", differences.count())
                .append(
                        "first",
                        differences.first().stream()
                                .map(one -> new Document("id", one.id())
                                        .append("kind", one.kind().name()))
                                .toList());
    }

    private static Entry read(Document document) {
        var differences = document.get("differences", Document.class);
        var rebuild = new Rebuild(
                document.getString("rebuild"),
                State.valueOf(document.getString("state")),
                Phase.valueOf(document.getString("phase")),
                document.getInteger("generation"),
                document.getBoolean("accept"),
                document.get("done", Number.class).longValue(),
                document.get("total", Number.class).longValue(),
                document.getDate("startedAt").toInstant(),
                instant(document.getDate("finishedAt")),
                document.getString("failed"),
                differences == null ? null : differences(differences));
        return new Entry(rebuild, document.get("beat", Number.class).longValue());
    }

    private static Differences differences(Document document) {
        return new Differences(
                document.get("count", Number.class).longValue(),
                document.getList("first", Document.class, List.of()).stream()
                        .map(one -> new Difference(one.getString("id"), Kind.valueOf(one.getString("kind"))))
                        .toList());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
