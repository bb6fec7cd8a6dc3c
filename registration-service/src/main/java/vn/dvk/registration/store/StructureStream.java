package vn.dvk.registration.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.KitReason;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.OutboxEntry;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.store.StoreErrors;
import vn.dvk.kit.stream.CommandMeter;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Republishing;
import vn.dvk.registration.domain.unit.Structure;
import vn.dvk.registration.domain.unit.StructureCommand;
import vn.dvk.registration.domain.unit.StructureCommand.Annul;
import vn.dvk.registration.domain.unit.StructureCommand.AnnulOrder;
import vn.dvk.registration.domain.unit.StructureCommand.Describe;
import vn.dvk.registration.domain.unit.StructureCommand.Order;
import vn.dvk.registration.domain.unit.StructureCommand.Reorganize;
import vn.dvk.registration.domain.unit.StructureDecider;
import vn.dvk.registration.domain.unit.StructureEvent;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.events.StoredTypes;
import vn.dvk.registration.events.published.UnitPublisher;
import vn.dvk.service.IndexInitializer;

/**
 * The structure: one stream for the whole installation, a document per request, in memory as it stands.
 *
 * <p>The document's id is its place, and a place can be taken only once: that is the guard. Whoever has decided on what
 * had happened up to place 41 writes 42, or is too late and decides again, so whatever was checked still holds. What is
 * published of it waits in the same document: a paper about ten units, or a thousand units at once, are one write. Of the
 * units nothing else is stored: each instance reads what has been added since it last looked, and keeps all of them.
 */
@Component
public class StructureStream implements Republishing, IndexInitializer {

    private static final String TOPIC = "dvk.directory.v1";
    private static final String SUBJECTS = "unit:";
    private static final int MAX_ATTEMPTS = 8;
    private static final int CHUNK = 500;
    private static final Bson WITHOUT_OUTBOX = Projections.exclude("outbox");
    private static final long RECENT = Duration.ofSeconds(1).toNanos();

    private final String source;
    private final MongoCollection<Document> collection;
    private final StructureOutbox outbox;
    private final Relay relay;

    /** One command of this instance at a time; those of others are the store's to keep apart. */
    private final ReentrantLock writing = new ReentrantLock();

    private final ReentrantReadWriteLock state = new ReentrantReadWriteLock();

    // Guarded by state.
    private final Structure structure = new Structure();
    private final Map<String, String> keys = new HashMap<>();
    private long last;
    private long looked = System.nanoTime() - RECENT;

    private volatile Runnable changed = () -> {};

    StructureStream(Installation here, MongoDatabase database, Relay relay) {
        this.source = here.source("directory");
        this.collection = database.getCollection("structure");
        this.outbox = new StructureOutbox(collection, TOPIC, SUBJECTS);
        this.relay = relay;
        relay.register(outbox);
    }

    /**
     * What is asked.
     *
     * @param version of the unit that the caller has seen, 0 if there should be none; null: whatever is there
     */
    public record Ask(
            StructureCommand command,
            RequestContext context,
            @Nullable Long version) {}

    /**
     * What became of it.
     *
     * @param unit       as it is now, if it was about a description
     * @param succession as it is now, if it was about one
     * @param acts       as they are now, if it was about a paper of several, with what followed from them
     */
    public record Result(@Nullable Unit unit, Structure.@Nullable Told succession, List<Structure.Told> acts) {}

    @Override
    public void prepare() {
        outbox.prepare();
    }

    /** Told whenever this instance has learned something new; must not take long. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** A question to what has happened up to now, with one read of what was added. The answer must not keep the structure. */
    public <T> T ask(Function<Structure, T> question) {
        catchUp();
        return answer(question);
    }

    /** The same for what thousands of requests ask: what others have added may be missing for a second. */
    public <T> T askRecent(Function<Structure, T> question) {
        state.readLock().lock();
        boolean recent;
        try {
            recent = System.nanoTime() - looked < RECENT;
        } finally {
            state.readLock().unlock();
        }
        return recent ? answer(question) : ask(question);
    }

    private <T> T answer(Function<Structure, T> question) {
        state.readLock().lock();
        try {
            return question.apply(structure);
        } finally {
            state.readLock().unlock();
        }
    }

    /** Whether it would be accepted, and what it would come to; nothing is written. */
    public Outcome<Result> wouldBe(StructureCommand command) {
        return ask(now -> switch (StructureDecider.decide(command, now)) {
            case Decision.Refused<StructureEvent>(var why) -> new Outcome.Refused<>(why);
            case Decision.Accepted<StructureEvent>(var events) -> {
                var draft = now.draft();
                events.forEach(draft::apply);
                yield new Outcome.Unchanged<>(id(command), 0, result(command, draft));
            }
        });
    }

    public Outcome<Result> handle(Ask ask) {
        return handleAll(List.of(ask)).getFirst();
    }

    /**
     * Decides all of them, descriptions as a whole; one outcome per ask, in order.
     *
     * @throws vn.dvk.kit.relay.OutboxFull when more is waiting to be published than may wait; nothing was decided
     * @throws MongoException              when the store cannot be reached; some may have been carried out, and asking
     *                                     again with the same keys is safe
     */
    public List<Outcome<Result>> handleAll(List<Ask> asks) {
        relay.refuseIfBehind();
        var began = System.nanoTime();
        writing.lock();
        try {
            var outcomes = new Work(asks).outcomes();
            var nanos = System.nanoTime() - began;
            for (var i = 0; i < asks.size(); i++) {
                CommandMeter.record(source, asks.get(i).command(), outcomes.get(i), nanos);
            }
            return outcomes;
        } finally {
            writing.unlock();
        }
    }

    /** One request until it is through. */
    private final class Work {

        private final List<Ask> asks;
        private final List<@Nullable Outcome<Result>> outcomes;

        Work(List<Ask> asks) {
            this.asks = asks;
            this.outcomes = new ArrayList<>(Collections.nCopies(asks.size(), null));
        }

        List<Outcome<Result>> outcomes() {
            for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
                catchUp();
                var document = answer(now -> Optional.ofNullable(decide(now)));
                if (document.isEmpty() || insert(document.get())) {
                    return all();
                }
            }
            catchUp();
            for (var i = 0; i < asks.size(); i++) {
                var ask = asks.get(i);
                outcomes.set(i, new Outcome.Overtaken<>(answer(now -> version(ask.command(), now))));
            }
            return all();
        }

        private List<Outcome<Result>> all() {
            return outcomes.stream().map(Objects::requireNonNull).toList();
        }

        /** @return what is to be written, null if nothing is; the outcomes are there if it gets through */
        private @Nullable Document decide(Structure now) {
            var draft = now.draft();
            var seen = new HashMap<String, String>();
            var fresh = new ArrayList<Integer>();
            for (var i = 0; i < asks.size(); i++) {
                var ask = asks.get(i);
                var known = known(ask.context(), seen);
                if (known == Known.SAME) {
                    outcomes.set(i, unchanged(ask, draft));
                } else if (known == Known.OTHER) {
                    outcomes.set(i, new Outcome.Refused<>(Refusal.because(KitReason.KEY_REUSED)));
                } else if (ask.version() != null && ask.version() != version(ask.command(), draft)) {
                    outcomes.set(i, new Outcome.Overtaken<>(version(ask.command(), draft)));
                } else {
                    fresh.add(i);
                    remember(ask.context(), seen);
                }
            }
            var writing = new Writing(last + 1);
            var decisions = decisions(fresh, draft);
            for (var k = 0; k < fresh.size(); k++) {
                var i = fresh.get(k);
                var ask = asks.get(i);
                switch (decisions.get(k)) {
                    case Decision.Refused<StructureEvent>(var why) -> outcomes.set(i, new Outcome.Refused<>(why));
                    case Decision.Accepted<StructureEvent>(var events) -> {
                        events.forEach(event -> writing.add(event, draft, ask.context()));
                        writing.remember(ask.context());
                        outcomes.set(i, events.isEmpty() ? unchanged(ask, draft) : stored(ask, draft));
                    }
                }
            }
            return writing.document(asks.getFirst().context());
        }

        private List<Decision<StructureEvent>> decisions(List<Integer> fresh, Structure draft) {
            var commands = fresh.stream().map(i -> asks.get(i).command()).toList();
            var descriptions = commands.stream()
                    .filter(Describe.class::isInstance)
                    .map(Describe.class::cast)
                    .toList();
            if (descriptions.size() == commands.size()) {
                return StructureDecider.describeAll(descriptions, draft);
            }
            if (commands.size() > 1) {
                throw new IllegalArgumentException("Papers are told one by one");
            }
            return commands.stream()
                    .map(command -> StructureDecider.decide(command, draft))
                    .toList();
        }

        private Known known(RequestContext context, Map<String, String> seen) {
            if (context.key() == null) {
                return Known.NEW;
            }
            var before = keys.getOrDefault(context.key(), seen.get(context.key()));
            if (before == null) {
                return Known.NEW;
            }
            return before.isEmpty() || context.hash() == null || before.equals(context.hash())
                    ? Known.SAME
                    : Known.OTHER;
        }
    }

    /** What has been asked under a key before. */
    private enum Known {
        NEW,
        SAME,
        OTHER
    }

    private static void remember(RequestContext context, Map<String, String> into) {
        if (context.key() != null) {
            into.put(context.key(), context.hash() == null ? "" : context.hash());
        }
    }

    /** One document while it is put together: whatever one request leads to, in one write. */
    private final class Writing {

        private final long place;
        private final String mark = UUID.randomUUID().toString();
        private final List<Document> events = new ArrayList<>();
        private final List<Document> outbox = new ArrayList<>();
        private final List<Document> asked = new ArrayList<>();

        Writing(long place) {
            this.place = place;
        }

        void add(StructureEvent event, Structure draft, RequestContext context) {
            events.add(
                    new Document("type", StoredTypes.STRUCTURE.nameOf(event)).append("data", Json.toDocument(event)));
            for (var unit : draft.apply(event)) {
                outbox.add(entry(mark, unit, context).toDocument());
            }
        }

        /** Also what changed nothing: asked again later, under the same key, it must not be done after all. */
        void remember(RequestContext context) {
            if (context.key() != null) {
                asked.add(new Document("key", context.key())
                        .append("hash", context.hash() == null ? "" : context.hash()));
            }
        }

        @Nullable
        Document document(RequestContext context) {
            if (events.isEmpty() && asked.isEmpty()) {
                return null;
            }
            var document = new Document("_id", id(place))
                    .append("mark", mark)
                    .append("at", context.at().toString())
                    .append("by", context.actor())
                    .append("correlation", context.correlation());
            append(document, "unit", context.unit());
            append(document, "traceparent", context.traceparent());
            return document.append("events", events).append("commands", asked).append("outbox", outbox);
        }
    }

    /** So that the order of the ids is that of the places. */
    private static String id(long place) {
        return "%012d".formatted(place);
    }

    private static Outcome<Result> stored(Ask ask, Structure now) {
        return new Outcome.Stored<>(id(ask.command()), version(ask.command(), now), result(ask.command(), now));
    }

    private static Outcome<Result> unchanged(Ask ask, Structure now) {
        return new Outcome.Unchanged<>(id(ask.command()), version(ask.command(), now), result(ask.command(), now));
    }

    private static String id(StructureCommand command) {
        return switch (command) {
            case Describe describe -> describe.code();
            case Reorganize reorganize -> reorganize.succession().id();
            case Order order -> order.paper();
            case Annul annul -> annul.succession();
            case AnnulOrder annul -> annul.paper();
        };
    }

    /** Of a unit how often it has changed; a succession is told once, and annulled once. */
    private static long version(StructureCommand command, Structure now) {
        return switch (command) {
            case Describe describe ->
                now.unit(describe.code()).map(Unit::version).orElse(0L);
            case Reorganize reorganize -> version(now.same(reorganize.succession()));
            case Order order -> version(acts(order, now).stream().findFirst());
            case Annul annul -> version(now.succession(annul.succession()));
            case AnnulOrder annul -> version(now.order(annul.paper()).stream().findFirst());
        };
    }

    /** Of the paper, or of the one that said the same before. */
    private static List<Structure.Told> acts(Order order, Structure now) {
        var own = now.order(order.paper());
        return own.isEmpty()
                ? now.orderOf(order.acts().stream().map(Reorganize::succession).toList())
                        .map(now::order)
                        .orElse(List.of())
                : own;
    }

    private static long version(Optional<Structure.Told> told) {
        return told.map(one -> one.isInForce() ? 1L : 2L).orElse(0L);
    }

    private static Result result(StructureCommand command, Structure now) {
        return switch (command) {
            case Describe describe -> new Result(now.unit(describe.code()).orElse(null), null, List.of());
            case Reorganize reorganize ->
                new Result(null, now.same(reorganize.succession()).orElse(null), List.of());
            case Annul annul ->
                new Result(null, now.succession(annul.succession()).orElse(null), List.of());
            case Order order -> new Result(null, null, acts(order, now));
            case AnnulOrder annul -> new Result(null, null, now.order(annul.paper()));
        };
    }

    private static void append(Document document, String name, @Nullable String value) {
        if (value != null) {
            document.append(name, value);
        }
    }

    private OutboxEntry entry(String mark, Unit unit, RequestContext context) {
        return OutboxEntry.of(
                source,
                SUBJECTS + unit.code(),
                unit.version(),
                DeterministicId.of(mark, unit.code(), String.valueOf(unit.version())),
                UnitPublisher.publish(unit),
                context);
    }

    /** @return whether it got its place */
    private boolean insert(Document document) {
        try {
            collection.insertOne(document);
        } catch (MongoException e) {
            if (!StoreErrors.isDuplicateKey(e) && !StoreErrors.isConflict(e)) {
                throw e;
            }
            // The driver sends once more what it got no answer to: it may be our own that is there.
            var there = find(document.getString("_id"));
            if (there == null || !document.getString("mark").equals(there.getString("mark"))) {
                return false;
            }
        }
        take(List.of(document));
        relay.offer(outbox, outbox.note(document));
        return true;
    }

    private void catchUp() {
        long from;
        state.readLock().lock();
        try {
            from = last;
        } finally {
            state.readLock().unlock();
        }
        var began = System.nanoTime();
        if (from == 0) {
            take(everything());
        } else if (find(id(from + 1)) instanceof Document next) {
            take(List.of(next));
            takeMore(from + 2);
        }
        state.writeLock().lock();
        try {
            looked = Math.max(looked, began);
        } finally {
            state.writeLock().unlock();
        }
    }

    /** By ids, because that is quick on every store: a store without ordered indexes would look through all there is. */
    private void takeMore(long from) {
        var full = true;
        for (var first = from; full; first += CHUNK) {
            var found = collection
                    .find(Filters.in(
                            "_id",
                            LongStream.range(first, first + CHUNK)
                                    .mapToObj(StructureStream::id)
                                    .toList()))
                    .projection(WITHOUT_OUTBOX)
                    .into(new ArrayList<>());
            found.sort(Comparator.comparing(one -> one.getString("_id")));
            take(found);
            full = found.size() == CHUNK;
        }
    }

    private @Nullable Document find(String id) {
        return collection
                .find(new Document("_id", id))
                .projection(WITHOUT_OUTBOX)
                .first();
    }

    private List<Document> everything() {
        return collection
                .find()
                .projection(WITHOUT_OUTBOX)
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    /** Each at its place; another thread may have taken some of them already, and what comes behind a hole waits. */
    private void take(List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        state.writeLock().lock();
        try {
            for (var document : documents) {
                if (Long.parseLong(document.getString("_id")) == last + 1) {
                    eventsOf(document).forEach(structure::apply);
                    document.getList("commands", Document.class)
                            .forEach(one -> keys.put(one.getString("key"), one.getString("hash")));
                    last++;
                }
            }
        } finally {
            state.writeLock().unlock();
        }
        changed.run();
    }

    private static List<StructureEvent> eventsOf(Document document) {
        return document.getList("events", Document.class).stream()
                .<StructureEvent>map(event -> Json.fromDocument(
                        event.get("data", Document.class), StoredTypes.STRUCTURE.typeOf(event.getString("type"))))
                .toList();
    }

    @Override
    public String subjects() {
        return SUBJECTS;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean exists(String unit) {
        return ask(now -> now.has(unit));
    }

    @Override
    public int republish(String unit, long from) {
        var entries = new ArrayList<OutboxEntry>();
        var again = new Structure();
        for (var document : everything()) {
            var context = new RequestContext(
                    document.getString("by"),
                    document.getString("unit"),
                    document.getString("correlation"),
                    document.getString("traceparent"),
                    null,
                    null,
                    Instant.parse(document.getString("at")));
            for (var event : eventsOf(document)) {
                for (var one : again.apply(event)) {
                    if (one.code().equals(unit) && one.version() >= from) {
                        entries.add(entry(document.getString("mark"), one, context));
                    }
                }
            }
        }
        relay.republish(TOPIC, entries);
        return entries.size();
    }
}
