package vn.dvk.kit.intake;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.store.GuardedWrites;
import vn.dvk.kit.store.StoreErrors;

/** One document per waiting event, inserted if absent, and one head per stream, guarded by a token that never repeats. */
public final class MongoWaitingRoom implements WaitingRoom {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final String consumer;
    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> events;
    private final MongoCollection<Document> discarded;

    /** @param consumer whose streams wait here; several may share a database */
    public MongoWaitingRoom(String consumer, MongoDatabase database) {
        this.consumer = consumer;
        this.heads = database.getCollection("waiting");
        this.events = database.getCollection("waiting_events");
        this.discarded = database.getCollection("waiting_discarded");
    }

    private String idOf(String stream) {
        return DeterministicId.of(consumer, stream);
    }

    @Override
    public Map<String, Head> of(Collection<String> streams) {
        var found = new LinkedHashMap<String, Head>();
        find(streams.stream().map(this::idOf).toList()).values().forEach(head -> found.put(head.stream(), head));
        return found;
    }

    @Override
    public Map<String, Head> find(Collection<String> ids) {
        var found = new LinkedHashMap<String, Head>();
        if (!ids.isEmpty()) {
            heads.find(Filters.in("_id", ids)).map(MongoWaitingRoom::head).forEach(head -> found.put(head.id(), head));
        }
        return found;
    }

    @Override
    public void forEach(Consumer<Head> head) {
        heads.withTimeout(10, TimeUnit.MINUTES)
                .find(new Document("consumer", consumer))
                .map(MongoWaitingRoom::head)
                .forEach(head);
    }

    @Override
    public List<Head> page(String after, int limit) {
        return heads.find(new Document("consumer", consumer).append("_id", new Document("$gt", after)))
                .sort(new Document("_id", 1))
                .limit(limit)
                .map(MongoWaitingRoom::head)
                .into(new ArrayList<>());
    }

    @Override
    public Map<String, List<IncomingEvent>> events(Collection<Head> of, int most, long bytes) {
        var owners = new TreeMap<String, String>();
        of.forEach(head -> head.events().stream().limit(most).forEach(name -> owners.put(head.id() + name, head.id())));
        var found = new LinkedHashMap<String, List<IncomingEvent>>();
        if (owners.isEmpty()) {
            return found;
        }
        var read = 0L;
        try (var cursor = events.find(Filters.in("_id", owners.keySet()))
                .sort(new Document("_id", 1))
                .batchSize(100)
                .iterator()) {
            while (cursor.hasNext() && read < bytes) {
                var document = cursor.next();
                var event = event(document);
                read += event.body().length;
                found.computeIfAbsent(owners.get(document.getString("_id")), _ -> new ArrayList<>())
                        .add(event);
            }
        }
        return found;
    }

    @Override
    public Collection<Head> hold(List<Held> held) {
        var inserts = new ArrayList<WriteModel<Document>>();
        var upserts = new TreeMap<String, WriteModel<Document>>();
        for (var one : held) {
            var id = idOf(one.stream());
            one.events()
                    .forEach(event -> inserts.add(
                            new InsertOneModel<>(document(event).append("_id", id + WaitingRoom.nameOf(event)))));
            upserts.put(id, upsert(id, one));
        }
        write(events, inserts);
        var heads = List.copyOf(upserts.values());
        if (!write(this.heads, heads)) {
            write(this.heads, heads);
        }
        return find(upserts.keySet()).values();
    }

    private UpdateOneModel<Document> upsert(String id, Held held) {
        var first = held.events().getFirst();
        var verdict = held.verdict();
        return new UpdateOneModel<>(
                new Document("_id", id),
                new Document("$set", new Document("token", UUID.randomUUID().toString()))
                        .append(
                                "$addToSet",
                                new Document(
                                        "events",
                                        new Document(
                                                "$each",
                                                held.events().stream()
                                                        .map(WaitingRoom::nameOf)
                                                        .toList())))
                        .append(
                                "$setOnInsert",
                                document(verdict)
                                        .append("consumer", consumer)
                                        .append("stream", held.stream())
                                        .append("topic", first.topic())
                                        .append("partition", first.partition())
                                        .append("since", Instant.now().toString())
                                        .append("attempts", 0)),
                new UpdateOptions().upsert(true));
    }

    /** @return false if one of them was there already: an event that is held again, or a head that is new to two instances */
    private static boolean write(MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
        try {
            collection.bulkWrite(writes, UNORDERED);
            return true;
        } catch (MongoBulkWriteException e) {
            if (StoreErrors.isDuplicateKey(e)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Set<String> settle(List<Settled> settled) {
        var writes = new GuardedWrites();
        var tokens = new TreeMap<String, String>();
        for (var one : settled) {
            var before = one.before();
            var guard = new Document("_id", before.id()).append("token", before.token());
            if (one.isOver()) {
                writes.add(before.id(), new DeleteOneModel<>(guard));
            } else {
                var token = UUID.randomUUID().toString();
                tokens.put(before.id(), token);
                var set = document(one.verdict()).append("token", token).append("attempts", before.attempts() + 1);
                writes.update(
                        guard,
                        new Document("$set", set)
                                .append("$pull", new Document("events", new Document("$in", one.done()))));
            }
        }
        var changed = new HashSet<String>();
        if (!writes.allThrough(heads)) {
            var now = find(settled.stream().map(one -> one.before().id()).toList());
            for (var one : settled) {
                var id = one.before().id();
                var head = now.get(id);
                var written = one.isOver()
                        ? head == null
                        : head != null && head.token().equals(tokens.get(id));
                if (!written) {
                    changed.add(id);
                }
            }
        }
        forget(settled.stream()
                .filter(one -> !changed.contains(one.before().id()))
                .flatMap(one -> one.done().stream().map(name -> one.before().id() + name))
                .toList());
        return changed;
    }

    /** Last, and of no consequence if it does not happen: nothing names them any more. */
    private void forget(List<String> names) {
        if (!names.isEmpty()) {
            events.deleteMany(Filters.in("_id", names));
        }
    }

    @Override
    public void keepDiscarded(IncomingEvent event, String by, String why) {
        discarded.updateOne(
                new Document("_id", consumer + '|' + event.id()),
                new Document(
                        "$setOnInsert",
                        document(event)
                                .append("consumer", consumer)
                                .append("discardedBy", by)
                                .append("discardedAt", Instant.now().toString())
                                .append("why", why)),
                new UpdateOptions().upsert(true));
    }

    private static Document document(Verdict verdict) {
        return Json.toDocument(verdict);
    }

    private static Head head(Document document) {
        return Json.fromDocument(
                document.append("id", document.getString("_id"))
                        .append(
                                "events",
                                document.getList("events", String.class).stream()
                                        .sorted()
                                        .toList()),
                Head.class);
    }

    private static Document document(IncomingEvent event) {
        return Json.toDocument(event).append("body", new Binary(event.body()));
    }

    private static IncomingEvent event(Document document) {
        return Json.fromDocument(
                document.append("body", document.get("body", Binary.class).getData()), IncomingEvent.class);
    }
}
