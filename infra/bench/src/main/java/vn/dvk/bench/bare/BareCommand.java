package vn.dvk.bench.bare;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A command without a thought: one read and one guarded update of a document as large as a stream's. */
@RestController
class BareCommand {

    static final String DATABASE = "dvk_bench";
    static final String COLLECTION = "bare";

    private final MongoCollection<Document> streams;

    BareCommand(MongoClient store) {
        this.streams = store.getDatabase(DATABASE).getCollection(COLLECTION);
    }

    @GetMapping("/ready")
    String ready() {
        return "ready";
    }

    @PostMapping("/command/{id}")
    Map<String, Object> command(@PathVariable String id, @RequestBody Map<String, Object> body) {
        return Map.of("id", id, "version", update(id, body));
    }

    /** What is added replaces what was there, so that a document stays as large as it is. */
    long update(String id, Map<String, Object> body) {
        while (true) {
            var stream =
                    Objects.requireNonNull(streams.find(new Document("_id", id)).first(), id);
            var version = stream.get("version", Number.class).longValue();
            var events = stream.getList("events", Document.class);
            var event = new Document(events.getLast())
                    .append("id", UUID.randomUUID().toString())
                    .append("n", version + 1)
                    .append("data", new Document(body));
            var push = new Document("events", new Document("$each", List.of(event)).append("$slice", -events.size()));
            var outbox = stream.getList("outbox", Document.class, List.of());
            if (!outbox.isEmpty()) {
                push.append(
                        "outbox", new Document("$each", List.of(outbox.getLast())).append("$slice", -outbox.size()));
            }
            var update = new Document("$set", new Document("version", version + 1).append("view", stream.get("view")))
                    .append("$push", push);
            var guard = new Document("_id", id).append("version", version);
            if (streams.updateOne(guard, update).getMatchedCount() == 1) {
                return version + 1;
            }
        }
    }
}
