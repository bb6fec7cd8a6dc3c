package vn.dvk.reporting.projection.rebuild;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.projection.rebuild.Rebuild.State;

/** The latest rebuild, in one document that all instances see; its owner shows a sign of life with every write. */
final class RebuildRegister {

    private static final String ID = "current";
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final MongoCollection<Document> collection;
    private final Clock clock;

    RebuildRegister(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection("rebuilds");
        this.clock = clock;
    }

    void write(Rebuild rebuild) {
        var document = new Document("_id", ID)
                .append("rebuild", rebuild.id())
                .append("state", rebuild.state().name())
                .append("generation", rebuild.generation())
                .append("done", rebuild.done())
                .append("total", rebuild.total())
                .append("startedAt", Date.from(rebuild.startedAt()))
                .append("finishedAt", rebuild.finishedAt() == null ? null : Date.from(rebuild.finishedAt()))
                .append("failed", rebuild.failed())
                .append("alive", Date.from(clock.instant()));
        collection.replaceOne(new Document("_id", ID), document, new ReplaceOptions().upsert(true));
    }

    Optional<Rebuild> latest() {
        return Optional.ofNullable(collection.find(new Document("_id", ID)).first())
                .map(this::read);
    }

    private Rebuild read(Document document) {
        var state = State.valueOf(document.getString("state"));
        var silent = document.getDate("alive").toInstant().plus(SILENCE).isBefore(clock.instant());
        return new Rebuild(
                document.getString("rebuild"),
                state == State.RUNNING && silent ? State.INTERRUPTED : state,
                document.getInteger("generation"),
                document.get("done", Number.class).longValue(),
                document.get("total", Number.class).longValue(),
                document.getDate("startedAt").toInstant(),
                instant(document.getDate("finishedAt")),
                document.getString("failed"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
