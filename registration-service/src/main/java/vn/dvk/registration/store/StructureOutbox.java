package vn.dvk.registration.store;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import vn.dvk.kit.envelope.OutboxEntry;
import vn.dvk.kit.relay.Outbox;

/**
 * What waits to be published in the documents of the structure, as the relay wants it: unit by unit, each in the order of
 * its own positions, whichever documents they stand in.
 *
 * <p>Where the events of a unit wait is kept in memory, from the write on; what another instance has left behind is found
 * when the relay looks for it ({@link #waiting}).
 */
final class StructureOutbox implements Outbox {

    private static final String OUTBOX = "outbox";

    private final MongoCollection<Document> collection;
    private final String topic;
    private final String subjects;

    /** By unit the documents in which something of it waits, with its last position there. */
    private final Map<String, TreeMap<String, Long>> places = new HashMap<>();

    StructureOutbox(MongoCollection<Document> collection, String topic, String subjects) {
        this.collection = collection;
        this.topic = topic;
        this.subjects = subjects;
    }

    void prepare() {
        collection.createIndex(new Document("outbox.position", 1), new IndexOptions().sparse(true));
    }

    @Override
    public String topic() {
        return topic;
    }

    /** @return how many events each unit has in that document */
    Map<String, Integer> note(Document document) {
        var added = new HashMap<String, Integer>();
        synchronized (places) {
            for (var entry : document.getList(OUTBOX, Document.class, List.of())) {
                var unit = unitOf(entry.getString("subject"));
                places.computeIfAbsent(unit, _ -> new TreeMap<>())
                        .merge(document.getString("_id"), position(entry), Math::max);
                added.merge(unit, 1, Integer::sum);
            }
        }
        return added;
    }

    private String unitOf(String subject) {
        return subject.substring(subjects.length());
    }

    private static long position(Document entry) {
        return entry.get("position", Number.class).longValue();
    }

    @Override
    public Map<String, List<OutboxEntry>> read(Collection<String> units) {
        var ids = new TreeSet<String>();
        synchronized (places) {
            units.forEach(unit ->
                    ids.addAll(places.getOrDefault(unit, new TreeMap<>()).keySet()));
        }
        var found = new HashMap<String, List<OutboxEntry>>();
        if (!ids.isEmpty()) {
            collection
                    .find(Filters.in("_id", ids))
                    .projection(Projections.include(OUTBOX))
                    .forEach(document -> document.getList(OUTBOX, Document.class, List.of())
                            .forEach(entry -> found.computeIfAbsent(
                                            unitOf(entry.getString("subject")), _ -> new ArrayList<>())
                                    .add(OutboxEntry.read(entry))));
        }
        found.keySet().retainAll(new TreeSet<>(units));
        found.values().forEach(entries -> entries.sort(Comparator.comparing(OutboxEntry::position)));
        return found;
    }

    @Override
    public Map<String, Long> waiting(int limit) {
        var found = new HashMap<String, Long>();
        for (var document : waiting().limit(limit)) {
            note(document);
            document.getList(OUTBOX, Document.class)
                    .forEach(entry -> found.merge(unitOf(entry.getString("subject")), position(entry), Math::min));
        }
        return found;
    }

    /** Document by document: of most units all that waits there is through. */
    @Override
    public void acknowledge(Map<String, Long> lastPositions) {
        var whole = new TreeMap<String, List<String>>();
        var writes = new ArrayList<WriteModel<Document>>();
        synchronized (places) {
            lastPositions.forEach((unit, last) -> places.getOrDefault(unit, new TreeMap<>())
                    .forEach((id, most) -> {
                        if (most <= last) {
                            whole.computeIfAbsent(id, _ -> new ArrayList<>()).add(subjects + unit);
                        } else {
                            writes.add(pull(
                                    id,
                                    new Document("subject", subjects + unit)
                                            .append("position", new Document("$lte", last))));
                        }
                    }));
        }
        whole.forEach((id, through) -> writes.add(pull(id, new Document("subject", new Document("$in", through)))));
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes);
        }
        synchronized (places) {
            whole.forEach((id, through) -> through.forEach(subject -> forget(unitOf(subject), id)));
        }
    }

    private static WriteModel<Document> pull(String id, Document what) {
        return new UpdateOneModel<>(new Document("_id", id), new Document("$pull", new Document(OUTBOX, what)));
    }

    private void forget(String unit, String id) {
        places.computeIfPresent(unit, (_, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
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
                .projection(Projections.include("outbox.position", "outbox.subject"));
    }
}
