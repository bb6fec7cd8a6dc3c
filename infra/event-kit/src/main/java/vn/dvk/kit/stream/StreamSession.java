package vn.dvk.kit.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.KitReason;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.OutboxEntry;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.envelope.SourcePosition;

/**
 * A stream as read from the store, and what the commands of this unit of work add to it, until both are written in
 * one update.
 *
 * <p>Package-private on purpose: outside, a stream is asked and answers, see {@link Streams}.
 */
final class StreamSession<C, S, E> {

    /** As many caller's keys as are remembered per stream; a retry comes within seconds, not after twenty commands. */
    private static final int REMEMBERED_KEYS = 20;

    /** Bytes of a stream from which on people's commands are refused; a document may have sixteen times as many. */
    static final int FULL = 1024 * 1024;

    /** Shorter histories are not measured. */
    private static final int LONG = 100;

    private static final DocumentCodec CODEC = new DocumentCodec();

    private final StreamKind<C, S, E> kind;
    final String id;
    final long version;
    final boolean exists;
    private final @Nullable Document document;

    private S state;
    private long last;
    private long published;
    private final Map<String, String> keys = new HashMap<>();
    private final Document inbox;

    private final List<Document> newEvents = new ArrayList<>();
    final List<Document> newOutbox = new ArrayList<>();
    private final List<Document> newKeys = new ArrayList<>();
    private final Document newInbox = new Document();

    StreamSession(StreamKind<C, S, E> kind, String id, @Nullable Document document) {
        this.kind = kind;
        this.id = id;
        this.document = document;
        this.exists = document != null;
        this.version =
                document == null ? 0 : document.get("version", Number.class).longValue();
        this.published =
                document == null ? 0 : document.get("published", Number.class).longValue();
        this.inbox = document == null ? new Document() : new Document(document.get("inbox", new Document()));
        this.state = kind.decider().initial();
        if (document != null) {
            document.getList("commands", Document.class, List.of())
                    .forEach(one -> keys.put(one.getString("key"), one.get("hash", "")));
            for (var event : document.getList("events", Document.class)) {
                state = kind.decider().evolve(state, read(event));
                last = event.get("n", Number.class).longValue();
            }
        }
    }

    S state() {
        return state;
    }

    List<Recorded<E>> history() {
        return document == null
                ? List.of()
                : document.getList("events", Document.class).stream()
                        .map(this::recorded)
                        .toList();
    }

    private Recorded<E> recorded(Document event) {
        return new Recorded<E>(
                event.getString("id"),
                event.get("n", Number.class).longValue(),
                Instant.parse(event.getString("at")),
                event.getString("by"),
                read(event));
    }

    /** Decides one command and keeps what follows from it, to be made durable by {@link #insert} or {@link #update}. */
    Outcome<S> apply(CommandEnvelope<C> command) {
        var place = command.place();
        if (place == null) {
            return decide(command);
        }
        if (!exists && newEvents.isEmpty() && place.mode() == SourcePosition.FollowMode.GAPLESS) {
            return new Outcome.TooEarly<>(0);
        }
        return switch (place.check(inbox)) {
            case DUPLICATE, PASS -> unchanged();
            case TOO_EARLY -> new Outcome.TooEarly<>(place.lastSeen(inbox) + 1);
            case FORK -> new Outcome.Forked<>(place.position());
            case NEXT -> decide(command);
        };
    }

    /** Whether a command under that key has been decided before. */
    boolean knows(RequestContext context) {
        return context.key() != null && keys.containsKey(context.key());
    }

    private Outcome<S> decide(CommandEnvelope<C> command) {
        var context = command.context();
        var before = context.key() == null ? null : keys.get(context.key());
        if (before != null) {
            return before.isEmpty() || context.hash() == null || before.equals(context.hash())
                    ? unchanged()
                    : new Outcome.Refused<>(Refusal.because(KitReason.KEY_REUSED));
        }
        if (command.command() == null) {
            remember(command);
            return unchanged();
        }
        if (command.version() != null && command.version() != version) {
            return new Outcome.Overtaken<>(version);
        }
        return switch (kind.decider().decide(command.command(), state)) {
            case Decision.Refused<E>(var why) -> new Outcome.Refused<>(why);
            case Decision.Accepted<E>(var events)
            when command.place() == null && !events.isEmpty() && isFull() ->
                new Outcome.Refused<>(Refusal.because(KitReason.STREAM_FULL, last));
            case Decision.Accepted<E>(var events) -> {
                events.forEach(event -> add(event, context));
                remember(command);
                yield events.isEmpty() ? unchanged() : new Outcome.Stored<>(id, version + 1, state);
            }
        };
    }

    private boolean isFull() {
        return document != null
                && last >= LONG
                && new RawBsonDocument(document, CODEC).getByteBuffer().remaining() >= FULL;
    }

    /** Also what changed nothing is remembered: asked again later, under the same key, it must not be done after all. */
    private void remember(CommandEnvelope<C> command) {
        var place = command.place();
        if (place != null) {
            var seen = place.remembered(inbox);
            newInbox.put(place.from(), seen);
            inbox.put(place.from(), seen);
        }
        var context = command.context();
        if (context.key() != null) {
            var hash = context.hash() == null ? "" : context.hash();
            keys.put(context.key(), hash);
            newKeys.add(new Document("key", context.key()).append("hash", hash));
        }
    }

    private Outcome<S> unchanged() {
        return new Outcome.Unchanged<>(id, version + (movesOn() ? 1 : 0), state);
    }

    private void add(E event, RequestContext context) {
        state = kind.decider().evolve(state, event);
        last++;
        var named = kind.naming().idOf(id, event);
        var stored = new Document("n", last)
                .append("id", named == null ? UUID.randomUUID().toString() : named)
                .append("type", kind.types().nameOf(event))
                .append("at", context.at().toString())
                .append("by", context.actor())
                .append("correlation", context.correlation());
        if (context.unit() != null) {
            stored.append("unit", context.unit());
        }
        if (context.traceparent() != null) {
            stored.append("traceparent", context.traceparent());
        }
        newEvents.add(stored.append("data", Json.toDocument(event)));
        newOutbox.addAll(publish(state, stored, event).stream()
                .map(OutboxEntry::toDocument)
                .toList());
    }

    /** What the world is told of one stored event; its own id for the first, one that follows from it for each other. */
    private List<OutboxEntry> publish(S state, Document stored, E event) {
        var context = new RequestContext(
                stored.getString("by"),
                stored.getString("unit"),
                stored.getString("correlation"),
                stored.getString("traceparent"),
                null,
                null,
                Instant.parse(stored.getString("at")));
        var eventId = stored.getString("id");
        var recorded = new Recorded<>(
                eventId, stored.get("n", Number.class).longValue(), context.at(), context.actor(), event);
        var entries = new ArrayList<OutboxEntry>();
        for (var publication : kind.publisher().publish(state, recorded)) {
            var id = entries.isEmpty() ? eventId : DeterministicId.of(eventId, String.valueOf(entries.size()));
            published++;
            entries.add(OutboxEntry.of(kind.source(), kind.subject() + this.id, published, id, publication, context));
        }
        return entries;
    }

    /** Everything this stream has ever published, derived from its history again. */
    List<OutboxEntry> republication() {
        if (document == null) {
            return List.of();
        }
        var entries = new ArrayList<OutboxEntry>();
        S folded = kind.decider().initial();
        published = 0;
        for (var event : document.getList("events", Document.class)) {
            var read = read(event);
            folded = kind.decider().evolve(folded, read);
            entries.addAll(publish(folded, event, read));
        }
        return entries;
    }

    boolean isChanged() {
        return movesOn() || exists && !newKeys.isEmpty();
    }

    /** A remembered key alone is no new version: nobody who has read the stream has missed anything. */
    private boolean movesOn() {
        return !newEvents.isEmpty() || !newInbox.isEmpty();
    }

    /** The whole document, for a stream that does not exist yet. */
    Document insert() {
        return new Document("_id", id)
                .append("version", 1L)
                .append("events", newEvents)
                .append("view", new Document(kind.view().of(state)))
                .append("inbox", newInbox)
                .append("commands", newKeys)
                .append("published", published)
                .append("outbox", newOutbox);
    }

    Document guard() {
        return new Document("_id", id).append("version", version);
    }

    Document update() {
        var set = new Document("version", version + (movesOn() ? 1 : 0));
        var push = new Document();
        newInbox.forEach((from, place) -> set.append("inbox." + from, place));
        if (!newEvents.isEmpty()) {
            set.append("view", new Document(kind.view().of(state)));
            push.append("events", new Document("$each", newEvents));
        }
        if (!newOutbox.isEmpty()) {
            set.append("published", published);
            push.append("outbox", new Document("$each", newOutbox));
        }
        if (!newKeys.isEmpty()) {
            push.append("commands", new Document("$each", newKeys).append("$slice", -REMEMBERED_KEYS));
        }
        var update = new Document("$set", set);
        return push.isEmpty() ? update : update.append("$push", push);
    }

    /** Whether a document read after the write shows that this unit of work got through. */
    boolean isIn(@Nullable Document now) {
        if (now == null) {
            return false;
        }
        if (!newEvents.isEmpty()) {
            // All of them: another writer may have told one that has the same name, and not the others.
            var there = now.getList("events", Document.class).stream()
                    .map(event -> event.getString("id"))
                    .collect(Collectors.toSet());
            return newEvents.stream().allMatch(event -> there.contains(event.getString("id")));
        }
        var seen = now.get("inbox", new Document());
        var known = now.getList("commands", Document.class, List.of());
        return newInbox.entrySet().stream().allMatch(place -> place.getValue().equals(seen.get(place.getKey())))
                && known.containsAll(newKeys);
    }

    private E read(Document event) {
        return Json.fromDocument(event.get("data", Document.class), kind.types().typeOf(event.getString("type")));
    }
}
