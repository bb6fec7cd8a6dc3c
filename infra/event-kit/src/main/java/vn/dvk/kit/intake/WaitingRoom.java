package vn.dvk.kit.intake;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.IncomingEvent;

/**
 * Streams that cannot go on: one document per stream, with the records as they came.
 *
 * <p>While a stream waits, its later events wait behind it, so its order is kept and the partition goes on.
 */
public final class WaitingRoom {

    /** Why a stream waits. */
    public enum Why {
        /** A position is missing. */
        GAP,
        /** Something of another stream has to come first. */
        AWAITING,
        /** It cannot be applied; a person decides between retry and discard. */
        PARKED
    }

    /** @param records the waiting events by position, each once */
    public record Waiting(
            String id,
            long rev,
            String consumer,
            String stream,
            Why why,
            String reason,
            Instant since,
            int attempts,
            List<IncomingEvent> records) {}

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> discarded;

    public WaitingRoom(MongoDatabase database) {
        this.collection = database.getCollection("waiting");
        this.discarded = database.getCollection("waiting_discarded");
    }

    public void prepare() {
        collection.createIndex(new Document("_id", 1).append("rev", 1), new IndexOptions().unique(true));
    }

    private static String idOf(String consumer, String stream) {
        return DeterministicId.of(consumer, stream);
    }

    /** Those of the given streams that wait, by stream. */
    public Map<String, Waiting> of(String consumer, Collection<String> streams) {
        var found = new LinkedHashMap<String, Waiting>();
        if (!streams.isEmpty()) {
            var ids = streams.stream().map(stream -> idOf(consumer, stream)).toList();
            collection.find(Filters.in("_id", ids)).map(WaitingRoom::read).forEach(one -> found.put(one.stream(), one));
        }
        return found;
    }

    public List<Waiting> all() {
        return collection
                .find()
                .sort(new Document("since", 1))
                .map(WaitingRoom::read)
                .into(new ArrayList<>());
    }

    public Optional<Waiting> find(String id) {
        return Optional.ofNullable(collection.find(new Document("_id", id)).first())
                .map(WaitingRoom::read);
    }

    /** How many streams wait, by reason. */
    public Map<Why, Long> counts() {
        var counts = new LinkedHashMap<Why, Long>();
        collection
                .find()
                .projection(Projections.include("why"))
                .forEach(one -> counts.merge(Why.valueOf(one.getString("why")), 1L, Long::sum));
        return counts;
    }

    /** Adds records to a stream's waiting ones, keeping why it waits if it already does. */
    public Waiting hold(String consumer, List<IncomingEvent> records, Why why, String reason) {
        var stream = records.getFirst().stream();
        var id = idOf(consumer, stream);
        while (true) {
            var now = collection.find(new Document("_id", id)).first();
            var before = now == null ? null : read(now);
            var after = before == null
                    ? new Waiting(id, 1, consumer, stream, why, reason, Instant.now(), 0, merge(List.of(), records))
                    : new Waiting(
                            id,
                            before.rev() + 1,
                            consumer,
                            stream,
                            before.why(),
                            before.reason(),
                            before.since(),
                            before.attempts(),
                            merge(before.records(), records));
            if (replace(before, after)) {
                return after;
            }
        }
    }

    /**
     * What is left after trying again: nothing removes the stream from the room.
     *
     * @return false if records came in meanwhile: look again
     */
    public boolean settle(Waiting before, List<IncomingEvent> left, Why why, String reason) {
        if (left.isEmpty()) {
            return collection.deleteOne(guard(before)).getDeletedCount() == 1;
        }
        return replace(
                before,
                new Waiting(
                        before.id(),
                        before.rev() + 1,
                        before.consumer(),
                        before.stream(),
                        why,
                        reason,
                        before.since(),
                        before.attempts() + 1,
                        left));
    }

    /** Keeps what a person gave up, with who did it and why. Once, even if asked twice. */
    void keepDiscarded(Waiting waiting, IncomingEvent record, String by, String why) {
        var id = waiting.consumer() + '|' + record.id();
        discarded.updateOne(
                new Document("_id", id),
                new Document(
                        "$set",
                        write(record)
                                .append("consumer", waiting.consumer())
                                .append("discardedBy", by)
                                .append("discardedAt", Instant.now().toString())
                                .append("why", why)),
                new UpdateOptions().upsert(true));
    }

    private boolean replace(@Nullable Waiting before, Waiting after) {
        var document = new Document("_id", after.id())
                .append("rev", after.rev())
                .append("consumer", after.consumer())
                .append("stream", after.stream())
                .append("why", after.why().name())
                .append("reason", after.reason())
                .append("since", after.since().toString())
                .append("attempts", after.attempts())
                .append(
                        "records",
                        after.records().stream().map(WaitingRoom::write).toList());
        if (before != null) {
            return collection.replaceOne(guard(before), document).getMatchedCount() == 1;
        }
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCode() == 11000) {
                return false;
            }
            throw e;
        }
    }

    private static Document guard(Waiting waiting) {
        return new Document("_id", waiting.id()).append("rev", waiting.rev());
    }

    private static List<IncomingEvent> merge(List<IncomingEvent> some, List<IncomingEvent> more) {
        var byPosition = new LinkedHashMap<Long, IncomingEvent>();
        some.forEach(one -> byPosition.put(one.position(), one));
        more.forEach(one -> byPosition.putIfAbsent(one.position(), one));
        UnaryOperator<List<IncomingEvent>> sorted = list -> list.stream()
                .sorted(Comparator.comparingLong(IncomingEvent::position))
                .toList();
        return sorted.apply(List.copyOf(byPosition.values()));
    }

    private static Document write(IncomingEvent record) {
        return new Document("topic", record.topic())
                .append("partition", record.partition())
                .append("offset", record.offset())
                .append("key", record.key())
                .append("id", record.id())
                .append("source", record.source())
                .append("type", record.type())
                .append("subject", record.subject())
                .append("position", record.position())
                .append("time", record.time().toString())
                .append("actor", record.actor())
                .append("unit", record.unit())
                .append("correlation", record.correlation())
                .append("traceparent", record.traceparent())
                .append("body", new Binary(record.body()));
    }

    private static Waiting read(Document document) {
        return new Waiting(
                document.getString("_id"),
                document.get("rev", Number.class).longValue(),
                document.getString("consumer"),
                document.getString("stream"),
                Why.valueOf(document.getString("why")),
                document.getString("reason"),
                Instant.parse(document.getString("since")),
                document.getInteger("attempts"),
                document.getList("records", Document.class).stream()
                        .map(WaitingRoom::readRecord)
                        .toList());
    }

    private static IncomingEvent readRecord(Document record) {
        return new IncomingEvent(
                record.getString("topic"),
                record.getInteger("partition"),
                record.get("offset", Number.class).longValue(),
                record.getString("key"),
                record.getString("id"),
                record.getString("source"),
                record.getString("type"),
                record.getString("subject"),
                record.get("position", Number.class).longValue(),
                Instant.parse(record.getString("time")),
                record.getString("actor"),
                record.getString("unit"),
                record.getString("correlation"),
                record.getString("traceparent"),
                record.get("body", Binary.class).getData());
    }
}
