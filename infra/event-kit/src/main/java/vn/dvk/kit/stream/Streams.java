package vn.dvk.kit.stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.relay.MongoOutbox;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.store.GuardedWrites;

/**
 * All streams of one kind: ask one, or many at once.
 *
 * <p>A command reads one document by id, folds its events, decides, and writes everything that follows in one update
 * guarded by the version it read. Commands for the same stream in one call are decided one after the other and written
 * together. When another writer was faster, those concerned are read and decided again, a bounded number of times.
 *
 * <p>Safe for any number of threads and instances.
 */
public final class Streams<C, S, E> implements Republishing {

    private static final int MAX_ATTEMPTS = 8;

    private final StreamKind<C, S, E> kind;
    private final MongoCollection<Document> collection;
    private final MongoOutbox outbox;
    private final Relay relay;
    private volatile Consumer<List<String>> changed = _ -> {};

    public Streams(StreamKind<C, S, E> kind, MongoDatabase database, Relay relay) {
        this.kind = kind;
        this.collection = database.getCollection(kind.collection());
        this.outbox = new MongoOutbox(collection, kind.topic());
        this.relay = relay;
        relay.register(outbox);
    }

    /** Creates the index of what waits to be published, unless it exists. To be called before the first command. */
    public Streams<C, S, E> prepare() {
        outbox.prepare();
        return this;
    }

    /** Told of streams right after this instance has written to them, for whoever remembers something of them. */
    public Streams<C, S, E> onChange(Consumer<List<String>> listener) {
        changed = changed.andThen(listener);
        return this;
    }

    public Outcome<S> handle(CommandEnvelope<C> command) {
        return handleAll(List.of(command)).getFirst();
    }

    /**
     * Decides a command that is made from what is there, with one read for both.
     *
     * @param ask asked again whenever another writer was faster
     */
    public Outcome<S> handle(String id, Function<? super S, CommandEnvelope<C>> ask) {
        return decide(List.of(id), (_, state) -> ask.apply(state), this::read).getFirst();
    }

    /** The same, unless the stream as it is there turns out to be none of the command's concern: then nothing. */
    public Optional<Outcome<S>> handleIf(
            String id, Predicate<? super S> concerned, Function<? super S, CommandEnvelope<C>> ask) {
        var outcomes =
                decideSome(List.of(id), (_, state) -> concerned.test(state) ? ask.apply(state) : null, this::read);
        return Optional.ofNullable(outcomes.getFirst());
    }

    public List<Outcome<S>> handleAll(List<CommandEnvelope<C>> commands) {
        return decide(commands.stream().map(CommandEnvelope::id).toList(), (i, _) -> commands.get(i), this::read);
    }

    /**
     * Decides a command on a stream of which the caller knows from elsewhere that nobody has begun it: nothing is read. If
     * somebody has after all, it is decided once more, on what is there.
     */
    public Outcome<S> begin(CommandEnvelope<C> command) {
        return decide(List.of(command.id()), (_, _) -> command, _ -> Map.of()).getFirst();
    }

    /** Makes the command from the state it is to be decided on; null if that is not to be decided on. */
    private interface Ask<C, S> {
        @Nullable
        CommandEnvelope<C> of(int index, S state);
    }

    private List<Outcome<S>> decide(
            List<String> ids, Ask<C, S> ask, Function<Collection<String>, Map<String, Document>> first) {
        return decideSome(ids, ask, first).stream().map(Objects::requireNonNull).toList();
    }

    /**
     * Decides all of them; one outcome per command, in the same order, null where there was no command.
     *
     * @param first where the streams are read from at first; at every other attempt, from the store
     * @throws vn.dvk.kit.relay.OutboxFull       when more is waiting to be published than may wait; nothing was decided
     * @throws com.mongodb.MongoException        when the store cannot be reached; some commands may have been carried
     *                                           out, and asking again with the same keys is safe
     */
    private List<@Nullable Outcome<S>> decideSome(
            List<String> ids, Ask<C, S> ask, Function<Collection<String>, Map<String, Document>> first) {
        relay.refuseIfBehind();
        var began = System.nanoTime();
        var outcomes = new ArrayList<@Nullable Outcome<S>>(Collections.nCopies(ids.size(), null));
        var commands = new ArrayList<@Nullable C>(Collections.nCopies(ids.size(), null));
        var open = IntStream.range(0, ids.size()).boxed().toList();
        for (var attempt = 0; !open.isEmpty() && attempt < MAX_ATTEMPTS; attempt++) {
            open = decideAndWrite(ids, open, attempt == 0 ? first : this::read, (i, stream) -> {
                var command = ask.of(i, stream.state());
                commands.set(i, command == null ? null : command.command());
                outcomes.set(i, command == null ? null : stream.apply(command));
            });
        }
        if (!open.isEmpty()) {
            var now = read(open.stream().map(ids::get).distinct().toList());
            for (var lost : open) {
                var id = ids.get(lost);
                outcomes.set(lost, new Outcome.Overtaken<>(new StreamSession<>(kind, id, now.get(id)).version));
            }
        }
        measure(commands, outcomes, System.nanoTime() - began);
        return outcomes;
    }

    /** Each caller waited for the whole batch, whoever else was in it. */
    private void measure(List<@Nullable C> commands, List<@Nullable Outcome<S>> outcomes, long nanos) {
        for (var i = 0; i < commands.size(); i++) {
            var command = commands.get(i);
            var outcome = outcomes.get(i);
            if (command != null && outcome != null) {
                CommandMeter.record(kind.source(), command, outcome, nanos);
            }
        }
    }

    /** @return the indexes of those who lost a race and have to be decided again */
    private List<Integer> decideAndWrite(
            List<String> ids,
            List<Integer> open,
            Function<Collection<String>, Map<String, Document>> read,
            BiConsumer<Integer, StreamSession<C, S, E>> decision) {
        var byStream = open.stream().collect(Collectors.groupingBy(ids::get, LinkedHashMap::new, Collectors.toList()));
        var documents = read.apply(byStream.keySet());
        var changed = new ArrayList<StreamSession<C, S, E>>();
        byStream.forEach((id, indexes) -> {
            var stream = new StreamSession<>(kind, id, documents.get(id));
            indexes.forEach(i -> decision.accept(i, stream));
            if (stream.isChanged()) {
                changed.add(stream);
            }
        });
        return write(changed).stream()
                .flatMap(lost -> Objects.requireNonNull(byStream.get(lost)).stream())
                .toList();
    }

    /** @return the ids of the streams that another writer changed first */
    private List<String> write(List<StreamSession<C, S, E>> streams) {
        var writes = new GuardedWrites();
        for (var stream : streams) {
            if (stream.exists) {
                writes.update(stream.guard(), stream.update());
            } else {
                writes.insert(stream.insert());
            }
        }
        var lost = new ArrayList<String>();
        if (!writes.allThrough(collection)) {
            var now = read(streams.stream().map(stream -> stream.id).toList());
            streams.stream().filter(stream -> !stream.isIn(now.get(stream.id))).forEach(stream -> lost.add(stream.id));
        }
        var added = new HashMap<String, Integer>();
        streams.stream()
                .filter(stream -> !stream.newOutbox.isEmpty() && !lost.contains(stream.id))
                .forEach(stream -> added.put(stream.id, stream.newOutbox.size()));
        relay.offer(outbox, added);
        changed.accept(streams.stream().map(stream -> stream.id).toList());
        return lost;
    }

    private Map<String, Document> read(Collection<String> ids) {
        var found = new HashMap<String, Document>();
        if (ids.size() == 1) {
            var id = ids.iterator().next();
            var document = collection.find(new Document("_id", id)).first();
            if (document != null) {
                found.put(id, document);
            }
        } else {
            collection.find(Filters.in("_id", ids)).forEach(document -> found.put(document.getString("_id"), document));
        }
        return found;
    }

    @Override
    public String subjects() {
        return kind.subject();
    }

    @Override
    public String topic() {
        return kind.topic();
    }

    @Override
    public boolean exists(String id) {
        return collection
                        .find(new Document("_id", id))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    /** Whether it is the same command once more, by its key: carried out again it would change nothing. */
    public boolean isRepeated(String id, RequestContext context) {
        return context.key() != null
                && new StreamSession<>(kind, id, read(List.of(id)).get(id)).knows(context);
    }

    /** A stream's version and state, or nothing if it has never been asked. */
    public Optional<Outcome.Unchanged<S>> find(String id) {
        var document = read(List.of(id)).get(id);
        if (document == null) {
            return Optional.empty();
        }
        var stream = new StreamSession<>(kind, id, document);
        return Optional.of(new Outcome.Unchanged<>(id, stream.version, stream.state()));
    }

    /** The same for many, with one query; those that were never asked are missing. */
    public Map<String, Outcome.Unchanged<S>> find(Collection<String> ids) {
        var found = new HashMap<String, Outcome.Unchanged<S>>();
        read(ids).forEach((id, document) -> {
            var stream = new StreamSession<>(kind, id, document);
            found.put(id, new Outcome.Unchanged<>(id, stream.version, stream.state()));
        });
        return found;
    }

    /** Everything that ever happened to it, oldest first: the audit log. */
    public List<Recorded<E>> history(String id) {
        return new StreamSession<>(kind, id, read(List.of(id)).get(id)).history();
    }

    @Override
    public int republish(String id, long from) {
        var entries = new StreamSession<>(kind, id, read(List.of(id)).get(id))
                .republication().stream()
                        .filter(entry -> entry.position() >= from)
                        .toList();
        relay.republish(kind.topic(), entries);
        return entries.size();
    }

    /** The prefix that distinguishes this kind's subjects, and where they are published. */
    public StreamKind<C, S, E> kind() {
        return kind;
    }

    public String nameOf(E event) {
        return kind.types().nameOf(event);
    }

    /** The documents with their {@code view}, for lists and searches. Read only. */
    public MongoCollection<Document> documents() {
        return collection;
    }
}
