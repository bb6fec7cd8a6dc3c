package vn.dvk.kit.stream;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.KitReason;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.SourcePosition;
import vn.dvk.kit.relay.Outbox;
import vn.dvk.kit.relay.Pending;

/**
 * A stream as read from the store, and what the commands of this unit of work add to it, until both are written in
 * one update.
 *
 * <p>Package-private on purpose: outside, a stream is asked and answers, see {@link Streams}.
 */
final class StreamSession<C, S, E> {

    /** As many caller's keys as are remembered per stream; a retry comes within seconds, not after twenty commands. */
    private static final int REMEMBERED_KEYS = 20;

    private final StreamKind<C, S, E> kind;
    final String id;
    final long version;
    final boolean exists;
    private final @Nullable Document document;

    private S state;
    private long last;
    private long published;
    private final List<String> keys = new ArrayList<>();
    private final Document inbox;

    final List<Document> newEvents = new ArrayList<>();
    final List<Document> newOutbox = new ArrayList<>();
    private final List<String> newKeys = new ArrayList<>();
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
            keys.addAll(document.getList("commands", String.class, List.of()));
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
                        .map(event -> new Recorded<E>(
                                event.getString("id"),
                                event.get("n", Number.class).longValue(),
                                java.time.Instant.parse(event.getString("at")),
                                event.getString("by"),
                                read(event)))
                        .toList();
    }

    /** Decides one command and keeps what follows from it; call {@link #update} to make it durable. */
    Outcome<S> apply(CommandEnvelope<C> ask) {
        var arrival = ask.arrival();
        if (arrival != null) {
            if (!exists && newEvents.isEmpty() && arrival.reading() == SourcePosition.Reading.GAPLESS) {
                return new Outcome.TooEarly<>(0);
            }
            switch (arrival.turn(inbox)) {
                case DUPLICATE, PASS -> {
                    return unchanged();
                }
                case TOO_EARLY -> {
                    return new Outcome.TooEarly<>(arrival.lastSeen(inbox) + 1);
                }
                case NEXT -> {}
            }
        }
        var key = ask.cause().key();
        if (key != null && keys.contains(key)) {
            return unchanged();
        }
        if (ask.command() == null) {
            remember(arrival);
            return unchanged();
        }
        if (ask.version() != null && ask.version() != version) {
            return new Outcome.Overtaken<>(version);
        }
        return switch (kind.decider().decide(ask.command(), state)) {
            case Decision.Refused<E>(var why) -> new Outcome.Refused<>(why);
            case Decision.Accepted<E>(var events)
            when last + events.size() > kind.limit() ->
                new Outcome.Refused<>(Refusal.because(KitReason.STREAM_FULL, kind.limit()));
            case Decision.Accepted<E>(var events) -> {
                events.forEach(event -> add(event, ask));
                remember(arrival);
                if (events.isEmpty()) {
                    yield unchanged();
                }
                if (key != null) {
                    keys.add(key);
                    newKeys.add(key);
                }
                yield new Outcome.Stored<>(id, version + 1, state);
            }
        };
    }

    private void remember(@Nullable SourcePosition arrival) {
        if (arrival != null) {
            newInbox.put(arrival.from(), arrival.position());
            inbox.put(arrival.from(), arrival.position());
        }
    }

    private Outcome<S> unchanged() {
        return new Outcome.Unchanged<>(id, isChanged() ? version + 1 : version, state);
    }

    private void add(E event, CommandEnvelope<C> ask) {
        var cause = ask.cause();
        state = kind.decider().evolve(state, event);
        last++;
        var eventId = java.util.UUID.randomUUID().toString();
        newEvents.add(new Document("n", last)
                .append("id", eventId)
                .append("type", kind.names().nameOf(event))
                .append("at", cause.at().toString())
                .append("by", cause.actor())
                .append("correlation", cause.correlation())
                .append("data", Json.toDocument(event)));
        var publication =
                kind.publisher().publish(state, new Recorded<>(eventId, last, cause.at(), cause.actor(), event));
        if (publication != null) {
            published++;
            newOutbox.add(Outbox.entry(kind.source(), kind.subject() + id, published, eventId, publication, cause));
        }
    }

    boolean isChanged() {
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

    /**
     * Written out as one plain document on exactly the fields of the unique index: the embedded store looks up nothing
     * else by index.
     */
    Document guard() {
        return new Document("_id", id).append("version", version);
    }

    Document update() {
        var set = new Document("version", version + 1);
        var push = new Document();
        newInbox.forEach((from, position) -> set.append("inbox." + from, position));
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
        if (newEvents.isEmpty()) {
            var seen = now.get("inbox", new Document());
            return newInbox.entrySet().stream()
                    .allMatch(entry -> seen.get(entry.getKey()) instanceof Number position
                            && position.longValue() >= ((Number) entry.getValue()).longValue());
        }
        var first = newEvents.getFirst().getString("id");
        return now.getList("events", Document.class).stream().anyMatch(event -> first.equals(event.getString("id")));
    }

    /** Everything that waits to be published, in order, once this unit of work is durable. */
    Pending pending() {
        var entries = new ArrayList<Document>();
        if (document != null) {
            entries.addAll(document.getList("outbox", Document.class, List.of()));
        }
        entries.addAll(newOutbox);
        return new Pending(id, entries, newOutbox.size());
    }

    private E read(Document event) {
        return Json.fromDocument(event.get("data", Document.class), kind.names().typeOf(event.getString("type")));
    }
}
