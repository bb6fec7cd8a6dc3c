package vn.dvk.kit.relay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The {@code outbox} arrays inside the stream documents. */
public final class MongoOutbox implements Outbox {

    private final MongoCollection<Document> collection;
    private final String topic;

    public MongoOutbox(MongoCollection<Document> collection, String topic) {
        this.collection = collection;
        this.topic = topic;
    }

    /** Sparse over an array that is nearly always empty: the index holds only what waits. */
    public void prepare() {
        collection.createIndex(new Document("outbox.position", 1), new IndexOptions().sparse(true));
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public List<Pending> leftBehind(Duration age, int limit) {
        var before = Instant.now().minus(age);
        var found = new ArrayList<Pending>();
        waiting().limit(limit).forEach(document -> {
            var entries = document.getList("outbox", Document.class);
            if (!entries.isEmpty()
                    && Instant.parse(entries.getFirst().getString("at")).isBefore(before)) {
                found.add(new Pending(document.getString("_id"), entries));
            }
        });
        return found;
    }

    @Override
    public void acknowledge(Map<String, Long> lastPositions) {
        if (lastPositions.isEmpty()) {
            return;
        }
        var writes = lastPositions.entrySet().stream()
                .map(entry -> new UpdateOneModel<Document>(
                        new Document("_id", entry.getKey()),
                        new Document(
                                "$pull",
                                new Document(
                                        "outbox", new Document("position", new Document("$lte", entry.getValue()))))))
                .toList();
        collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    @Override
    public long size() {
        var size = 0L;
        for (var document : waiting()) {
            size += document.getList("outbox", Document.class).size();
        }
        return size;
    }

    private com.mongodb.client.FindIterable<Document> waiting() {
        return collection
                .find(new Document("outbox.position", new Document("$gte", 1)))
                .projection(Projections.include("outbox"));
    }
}
