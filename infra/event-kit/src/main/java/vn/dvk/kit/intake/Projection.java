package vn.dvk.kit.intake;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.SourcePosition.FollowMode;

/**
 * Events into documents of one collection. Safe to receive twice and to replay: a document changes
 * together with the place ({@code seen}) the change comes from.
 *
 * <p>Several sources may write to the same documents, by one projection or by one each; each must set only fields of its
 * own, or compute common ones from the whole document, so that the order of the topics makes no difference. The documents
 * carry {@code rev}, which guards against two instances writing at once.
 */
public final class Projection implements EventHandler {

    private static final int MAX_ATTEMPTS = 8;

    /** Which document an event belongs to. */
    @FunctionalInterface
    public interface Target {
        /** @return null for an event that is of no document here; such types must be ignored ones */
        @Nullable
        String of(IncomingEvent event);
    }

    /** Sets fields of the document, never adds to what is there; reads the whole event before it changes anything. */
    @FunctionalInterface
    public interface Change {
        /** @param document to be changed in place; empty but for {@code _id} when it is new */
        void apply(Document document, IncomingEvent event);
    }

    private final Set<String> sources;
    private final Documents documents;
    private final Target target;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private Set<String> ignored = Set.of();
    private boolean latestWins;

    /** @param collection asked once per batch, so that a rebuild can switch collections */
    public Projection(String source, Supplier<MongoCollection<Document>> collection, Target target) {
        this(source, new StoredDocuments(collection), target);
    }

    public Projection(String source, Documents documents, Target target) {
        this(Set.of(source), documents, target);
    }

    /** @param sources of which no two publish the same type */
    public Projection(Set<String> sources, Documents documents, Target target) {
        this.sources = Set.copyOf(sources);
        this.documents = documents;
        this.target = target;
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

    /** See {@link EventHandler#latestWins}. */
    public Projection latestWinning() {
        latestWins = true;
        return this;
    }

    @Override
    public Set<String> sources() {
        return sources;
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
    public boolean latestWins() {
        return latestWins;
    }

    @Override
    public List<HandlingResult> handle(List<IncomingEvent> events) {
        return handle(events, changes, FollowMode.GAPLESS);
    }

    @Override
    public void skip(IncomingEvent event) {
        handle(List.of(event), Map.of(), FollowMode.GIVEN_UP);
    }

    private List<HandlingResult> handle(List<IncomingEvent> events, Map<String, Change> changes, FollowMode mode) {
        var results = new HashMap<IncomingEvent, HandlingResult>();
        var open = new LinkedHashMap<String, List<IncomingEvent>>();
        for (var event : events) {
            var id = target.of(event);
            if (id == null) {
                results.put(event, new HandlingResult.Ignored());
            } else {
                open.computeIfAbsent(id, _ -> new ArrayList<>()).add(event);
            }
        }
        for (var attempt = 0; !open.isEmpty() && attempt < MAX_ATTEMPTS; attempt++) {
            var changed = apply(changes, mode, open, results);
            // Somebody was faster with at least one. All that were written go round again: those that got through turn
            // out to be duplicates, because their places are in the documents.
            open.keySet().retainAll(documents.write(changed) ? Set.of() : idsOf(changed));
        }
        open.values().stream()
                .flatMap(List::stream)
                .forEach(event -> results.put(event, new HandlingResult.Awaiting("a quiet moment of its document")));
        return events.stream()
                .map(event -> Objects.requireNonNull(results.get(event)))
                .toList();
    }

    private List<Document> apply(
            Map<String, Change> changes,
            FollowMode mode,
            Map<String, List<IncomingEvent>> open,
            Map<IncomingEvent, HandlingResult> results) {
        var found = documents.find(open.keySet());
        var changed = new ArrayList<Document>();
        open.forEach((id, events) -> {
            var document = found.getOrDefault(id, new Document("_id", id).append("rev", 0L));
            var touched = false;
            for (var event : events) {
                var result = apply(document, event, mode, changes.get(event.type()));
                results.put(event, result);
                touched |= result instanceof HandlingResult.Applied || result instanceof HandlingResult.Ignored;
            }
            if (touched) {
                changed.add(document);
            }
        });
        return changed;
    }

    private static HandlingResult apply(
            Document document, IncomingEvent event, FollowMode mode, @Nullable Change change) {
        var place = event.place(document.getString("_id"), mode);
        var seen = document.get("seen", new Document());
        return switch (place.check(seen)) {
            case DUPLICATE, PASS -> new HandlingResult.Duplicate();
            case TOO_EARLY -> new HandlingResult.Gap(place.lastSeen(seen) + 1);
            case FORK -> HandlingResult.Broken.fork(place.position());
            case NEXT -> {
                if (change != null) {
                    change.apply(document, event);
                }
                document.put("seen", new Document(seen).append(place.from(), place.remembered(seen)));
                yield change == null ? new HandlingResult.Ignored() : new HandlingResult.Applied();
            }
        };
    }

    private static Set<String> idsOf(List<Document> documents) {
        return Set.copyOf(documents.stream().map(one -> one.getString("_id")).toList());
    }
}
