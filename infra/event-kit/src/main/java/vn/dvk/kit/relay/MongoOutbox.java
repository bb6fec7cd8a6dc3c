package vn.dvk.kit.relay;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import vn.dvk.kit.envelope.OutboxEntry;

/** The {@code outbox} arrays inside the stream documents. */
public final class MongoOutbox implements Outbox {

    private static final String OUTBOX = "outbox";

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
    public Map<String, List<OutboxEntry>> read(Collection<String> streams) {
        var found = new HashMap<String, List<OutboxEntry>>();
        collection
                .find(Filters.in("_id", streams))
                .projection(Projections.include(OUTBOX))
                .forEach(document -> {
                    var entries = document.getList(OUTBOX, Document.class, List.of());
                    if (!entries.isEmpty()) {
                        found.put(
                                document.getString("_id"),
                                entries.stream().map(OutboxEntry::read).toList());
                    }
                });
        return found;
    }

    @Override
    public Map<String, Long> waiting(int limit) {
        var found = new HashMap<String, Long>();
        waiting()
                .limit(limit)
                .forEach(document -> document.getList(OUTBOX, Document.class).stream()
                        .findFirst()
                        .ifPresent(first -> found.put(
                                document.getString("_id"),
                                first.get("position", Number.class).longValue())));
        return found;
    }

    /** Sorted, as every bulk over streams is: two of them never wait for each other in a ring. */
    @Override
    public void acknowledge(Map<String, Long> lastPositions) {
        var writes = new TreeMap<>(lastPositions)
                .entrySet().stream()
                        .map(entry -> new UpdateOneModel<Document>(
                                new Document("_id", entry.getKey()),
                                new Document(
                                        "$pull",
                                        new Document(
                                                OUTBOX,
                                                new Document("position", new Document("$lte", entry.getValue()))))))
                        .toList();
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    @Override
    public long size() {
        var size = 0L;
        for (var document : waiting()) {
            size += document.getList(OUTBOX, Document.class).size();
        }
        return size;
    }

    private FindIterable<Document> waiting() {
        return collection
                .find(new Document("outbox.position", new Document("$gte", 1)))
                .projection(Projections.include("outbox.position"));
    }
}
