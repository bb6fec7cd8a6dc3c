package vn.dvk.kit.intake;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.SourcePosition.Reading;

/**
 * Events of one source into documents of one collection. Safe to receive twice and to replay: a document changes
 * together with the position ({@code seen}) the change comes from.
 *
 * <p>Several projections may write to the same documents, one per source; each must set only fields of its own, or
 * compute common ones from the whole document, so that the order of the topics makes no difference. The documents
 * carry {@code rev}, which guards against two instances writing at once.
 */
public final class Projection implements EventHandler {

    private static final int MAX_ATTEMPTS = 8;

    /** Sets fields of the document, never adds to what is there; reads the whole event before it changes anything. */
    @FunctionalInterface
    public interface Change {
        /** @param document to be changed in place; empty but for {@code _id} when it is new */
        void apply(Document document, IncomingEvent event);
    }

    private final String source;
    private final Reading reading;
    private final Supplier<MongoCollection<Document>> target;
    private final Function<IncomingEvent, String> documentId;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private Set<String> ignored = Set.of();
    private Consumer<List<Document>> before = _ -> {};

    /**
     * @param reading    {@link Reading#GAPLESS} or, for a compacted topic, {@link Reading#LATEST}
     * @param target     asked once per batch, so that a rebuild can switch collections
     * @param documentId which document an event belongs to
     */
    public Projection(
            String source,
            Reading reading,
            Supplier<MongoCollection<Document>> target,
            Function<IncomingEvent, String> documentId) {
        this.source = source;
        this.reading = reading;
        this.target = target;
        this.documentId = documentId;
    }

    /** Without this index the guarded write is slow on the embedded store. */
    public static void prepare(MongoCollection<Document> collection) {
        collection.createIndex(new Document("_id", 1).append("rev", 1), new IndexOptions().unique(true));
    }

    public Projection on(String type, Change change) {
        changes.put(type, change);
        return this;
    }

    /** Types whose positions count but that change nothing. */
    public Projection ignoring(String... types) {
        ignored = Set.of(types);
        return this;
    }

    /** Called with the changed documents right before they are written; must be idempotent. */
    public Projection before(Consumer<List<Document>> write) {
        before = write;
        return this;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<String> uses() {
        return Collections.unmodifiableSet(changes.keySet());
    }

    @Override
    public Set<String> ignores() {
        return ignored;
    }

    @Override
    public List<HandlingResult> handle(List<IncomingEvent> events) {
        return handle(events, changes, reading);
    }

    @Override
    public void skip(IncomingEvent event) {
        handle(List.of(event), Map.of(), Reading.LATEST);
    }

    private List<HandlingResult> handle(List<IncomingEvent> events, Map<String, Change> changes, Reading reading) {
        var handled = new ArrayList<@Nullable HandlingResult>(Collections.nCopies(events.size(), null));
        var open = new LinkedHashMap<String, List<Integer>>();
        for (var i = 0; i < events.size(); i++) {
            if (reading == Reading.LATEST && ignored.contains(events.get(i).type())) {
                // Where the latest wins, the position of what is ignored is of no use, nor is a document for it.
                handled.set(i, new HandlingResult.Ignored());
                continue;
            }
            try {
                open.computeIfAbsent(documentId.apply(events.get(i)), _ -> new ArrayList<>())
                        .add(i);
            } catch (MongoException e) {
                throw e;
            } catch (RuntimeException e) {
                handled.set(i, new HandlingResult.Broken(String.valueOf(e.getMessage())));
            }
        }
        var collection = target.get();
        for (var attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == MAX_ATTEMPTS) {
                throw new IllegalStateException("Others keep changing the same documents: " + open.keySet());
            }
            open.keySet().retainAll(applyAndWrite(collection, events, changes, reading, open, handled));
        }
        return handled.stream().map(Objects::requireNonNull).toList();
    }

    /** @return ids of the documents that somebody else changed meanwhile */
    private List<String> applyAndWrite(
            MongoCollection<Document> collection,
            List<IncomingEvent> events,
            Map<String, Change> changes,
            Reading reading,
            Map<String, List<Integer>> open,
            List<@Nullable HandlingResult> handled) {
        var found = new HashMap<String, Document>();
        collection.find(Filters.in("_id", open.keySet())).forEach(one -> found.put(one.getString("_id"), one));
        var changed = new ArrayList<Document>();
        open.forEach((id, indexes) -> {
            var document = found.getOrDefault(id, new Document("_id", id).append("rev", 0L));
            var touched = false;
            for (var i : indexes) {
                var handling = apply(
                        document,
                        events.get(i),
                        reading,
                        changes.get(events.get(i).type()));
                handled.set(i, handling);
                touched |= handling instanceof HandlingResult.Applied || handling instanceof HandlingResult.Ignored;
            }
            if (touched) {
                changed.add(document);
            }
        });
        if (changed.isEmpty()) {
            return List.of();
        }
        before.accept(Collections.unmodifiableList(changed));
        return write(collection, changed);
    }

    private static HandlingResult apply(
            Document document, IncomingEvent event, Reading reading, @Nullable Change change) {
        var arrival = event.arrival(document.getString("_id"), reading);
        var seen = document.get("seen", new Document());
        switch (arrival.turn(seen)) {
            case DUPLICATE, PASS -> {
                return new HandlingResult.Duplicate();
            }
            case TOO_EARLY -> {
                return new HandlingResult.Gap(arrival.lastSeen(seen) + 1);
            }
            case NEXT -> {}
        }
        if (change != null) {
            try {
                change.apply(document, event);
            } catch (MongoException e) {
                throw e;
            } catch (RuntimeException e) {
                return new HandlingResult.Broken(String.valueOf(e.getMessage()));
            }
        }
        document.put("seen", new Document(seen).append(arrival.from(), arrival.position()));
        return change == null ? new HandlingResult.Ignored() : new HandlingResult.Applied();
    }

    private List<String> write(MongoCollection<Document> collection, List<Document> documents) {
        var writes = new ArrayList<WriteModel<Document>>();
        var updates = 0;
        for (var document : documents) {
            var rev = document.get("rev", Number.class).longValue();
            document.put("rev", rev + 1);
            if (rev == 0) {
                writes.add(new InsertOneModel<>(document));
            } else {
                updates++;
                writes.add(new ReplaceOneModel<>(
                        new Document("_id", document.getString("_id")).append("rev", rev), document));
            }
        }
        try {
            var result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            if (result.getMatchedCount() == updates) {
                return List.of();
            }
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(error -> error.getCode() == 11000)) {
                throw e;
            }
        }
        // Somebody was faster with at least one. All of them go round again: those that got through turn out to be
        // duplicates, because their positions are in the documents.
        return documents.stream().map(document -> document.getString("_id")).toList();
    }
}
