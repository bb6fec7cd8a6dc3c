package vn.dvk.reporting.projection.rebuild;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.WaitingRoom;
import vn.dvk.reporting.events.GrouplessConsumers;
import vn.dvk.reporting.projection.ActiveGenerations;
import vn.dvk.reporting.projection.Generation;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.reporting.projection.rebuild.Rebuild.State;
import vn.dvk.service.IndexInitializer;
import vn.dvk.service.ServiceProperties;

/** Starts rebuilds, one at a time over all instances, and says how far the latest is. */
public final class Rebuilds implements IndexInitializer {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private static final Duration BETWEEN_SIGNS = Duration.ofMillis(250);

    /** Questions that still read the old generation have been answered by then. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final GrouplessConsumers consumers;
    private final ServiceProperties service;
    private final Generations generations;
    private final WaitingRoom room;
    private final MongoDatabase database;
    private final Clock clock;
    private final RebuildRegister register;
    private final ReentrantLock starting = new ReentrantLock();

    public Rebuilds(
            GrouplessConsumers consumers,
            ServiceProperties service,
            Generations generations,
            WaitingRoom room,
            MongoDatabase database,
            Clock clock) {
        this.consumers = consumers;
        this.service = service;
        this.generations = generations;
        this.room = room;
        this.database = database;
        this.clock = clock;
        this.register = new RebuildRegister(database, clock);
    }

    /** The read store; and what a killed rebuild has left is of no use: it is no longer written, and goes. */
    @Override
    public void prepare() {
        generations.prepare();
        if (latest().filter(rebuild -> rebuild.state() == State.RUNNING).isEmpty()) {
            forgetHalfDone();
        }
    }

    private void forgetHalfDone() {
        var pointer = generations.active();
        if (pointer.writing().size() > 1) {
            generations.move(pointer, new ActiveGenerations(pointer.reading(), java.util.List.of(pointer.reading())));
        }
        generations.tidy();
    }

    public Optional<Rebuild> latest() {
        return register.latest();
    }

    /** Starts one, unless this one or another is under way: then that one is the answer. */
    public Rebuild start(String id) {
        starting.lock();
        try {
            var latest = latest();
            if (latest.filter(one -> one.id().equals(id) || one.state() == State.RUNNING)
                    .isPresent()) {
                return latest.get();
            }
            forgetHalfDone();
            var next = generations.begin();
            var rebuild = new Rebuild(id, State.RUNNING, next.number(), 0, 0, clock.instant(), null, null);
            register.write(rebuild);
            Thread.ofPlatform().name("rebuild").daemon().start(() -> run(rebuild, next));
            return rebuild;
        } finally {
            starting.unlock();
        }
    }

    private void run(Rebuild rebuild, Generation next) {
        var signs = new Signs(rebuild);
        try {
            var old = new Rebuilding(consumers, service.topics(), generations, new Known()).run(next, signs);
            register.write(signs.ended(State.DONE, null));
            LOG.info("Rebuild {}: generation {} is read now", rebuild.id(), next.number());
            LockSupport.parkNanos(GRACE.toNanos());
            generations.drop(old);
        } catch (RuntimeException e) {
            LOG.error("Rebuild {} has failed; the old generation stays", rebuild.id(), e);
            register.write(signs.ended(State.FAILED, e.getMessage()));
        }
    }

    /** Writes down how far it is, not with every batch. */
    private final class Signs implements Rebuilding.Progress {

        private Rebuild now;
        private long last;

        Signs(Rebuild begun) {
            now = begun;
        }

        @Override
        public void at(long done, long total) {
            now = new Rebuild(now.id(), now.state(), now.generation(), done, total, now.startedAt(), null, null);
            if (System.nanoTime() - last > BETWEEN_SIGNS.toNanos() || done == total) {
                last = System.nanoTime();
                register.write(now);
            }
        }

        Rebuild ended(State state, @org.jspecify.annotations.Nullable String why) {
            return new Rebuild(
                    now.id(), state, now.generation(), now.done(), now.total(), now.startedAt(), clock.instant(), why);
        }
    }

    /** What the running service has parked or given up. */
    private final class Known implements Unsettled.Explanation {

        private final Set<String> discarded = new HashSet<>();

        Known() {
            database.getCollection("waiting_discarded")
                    .find(new Document("consumer", service.service()))
                    .forEach(one -> discarded.add(one.getString("id")));
        }

        @Override
        public boolean discarded(IncomingEvent event) {
            return discarded.contains(event.id());
        }

        @Override
        public Set<String> waiting(Set<String> streams) {
            return room.of(streams).keySet();
        }
    }
}
