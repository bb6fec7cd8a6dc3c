package vn.dvk.reporting.live;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.reporting.counting.DuckFacts;
import vn.dvk.reporting.counting.FactQueries;
import vn.dvk.reporting.counting.TalliedFacts;
import vn.dvk.reporting.counting.Tally;
import vn.dvk.reporting.projection.Generations;

/**
 * This instance's own copy of the facts in DuckDB, and the tally of them: loaded from the read store, then kept
 * current card by card. What the instance has written itself is in it before a question is answered from it.
 *
 * <p>Told by the follower's thread alone; asked by any. When DuckDB has failed it is closed and opened anew with the
 * next load, and MongoDB answers meanwhile.
 */
public final class FactReplica {

    private static final Logger LOG = LoggerFactory.getLogger(FactReplica.class);

    private static final int LOADED_AT_ONCE = 2_000;
    private static final int LONGEST_LOAD_MINUTES = 10;
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int NONE = -1;

    private final Generations generations;
    private final @Nullable Supplier<DuckFacts> opening;
    private volatile @Nullable DuckFacts duck;
    private volatile Tally tally = new Tally();
    private final ElsewhereFollowed elsewhere = new ElsewhereFollowed();
    private final Map<String, Long> revisions = new HashMap<>();
    private final AtomicLong announced = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long reached;
    private volatile int generation = NONE;

    /** @param opening null to do without: then it only looks which cards are there */
    public FactReplica(Generations generations, @Nullable Supplier<DuckFacts> opening) {
        this.generations = generations;
        this.opening = opening;
    }

    /** Whether questions are answered from here. */
    public boolean answers() {
        return generation != NONE && duck != null;
    }

    /** The generation of the read store that is here; negative if none is. */
    public int generation() {
        return generation;
    }

    /** How many facts are here. */
    public long rows() {
        var here = duck;
        return here == null ? 0 : here.rows();
    }

    /** This instance has written something that the replica does not have yet. */
    void announce() {
        announced.incrementAndGet();
    }

    long announced() {
        return announced.get();
    }

    /** Everything announced up to there has been taken over. */
    void reached(long announcement) {
        lock.lock();
        try {
            reached = Math.max(reached, announcement);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The replica, if it has been loaded; it may be a moment behind. */
    public @Nullable FactQueries loaded() {
        var here = duck;
        return generation == NONE || here == null ? null : new TalliedFacts(tally, here);
    }

    /** The replica, if it is up to date with what this instance has written. */
    public @Nullable FactQueries current() {
        if (loaded() == null) {
            return null;
        }
        var upTo = announced.get();
        lock.lock();
        try {
            var left = PATIENCE;
            while (reached < upTo) {
                if (left <= 0) {
                    return null;
                }
                left = moved.awaitNanos(left);
            }
            return loaded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is certain any more, DuckDB's own state included; MongoDB answers until it has been loaded again. */
    public synchronized void forget() {
        generation = NONE;
        var failed = duck;
        duck = null;
        if (failed != null) {
            try {
                failed.close();
            } catch (RuntimeException e) {
                LOG.warn("What is left of the replica does not close: {}", e.toString());
            }
        }
    }

    private synchronized @Nullable DuckFacts open() {
        if (duck == null && opening != null) {
            duck = opening.get();
        }
        return duck;
    }

    /**
     * Loads the generation that is read now, unless it is the one that is here.
     *
     * @return whether it was another one
     */
    boolean follow(int reading) {
        if (generation == reading) {
            return false;
        }
        var duck = open();
        if (duck != null) {
            load(duck, generations.generation(reading).cards());
        }
        generation = reading;
        return true;
    }

    private void load(DuckFacts duck, MongoCollection<Document> cards) {
        var began = System.nanoTime();
        revisions.clear();
        var fresh = new Tally();
        elsewhere.begin(cards);
        try (var loading = duck.load()) {
            var some = new ArrayList<Document>();
            var ofReplications = new ArrayList<Document>();
            for (var card : cards.withTimeout(LONGEST_LOAD_MINUTES, TimeUnit.MINUTES)
                    .find()
                    .projection(ElsewhereFollowed.fields())) {
                remember(card);
                if (ElsewhereFollowed.isOfReplication(card)) {
                    ofReplications.add(card); // until it is known what their sources are counted by
                } else {
                    some.add(card);
                }
                if (some.size() == LOADED_AT_ONCE) {
                    load(loading, fresh, some);
                    some.clear();
                }
            }
            load(loading, fresh, some);
            elsewhere.add(ofReplications);
            elsewhere.identify(cards);
            load(loading, fresh, ofReplications);
            loading.finish();
            tally = fresh;
        }
        tellAgain(duck, cards, duck.resting(elsewhere.reread(cards)));
        LOG.info(
                "{} cards loaded in {} ms", revisions.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private void load(DuckFacts.Loading loading, Tally fresh, List<Document> cards) {
        var told = elsewhere.told(cards);
        loading.add(told);
        fresh.replace(told);
    }

    /** Cards whose facts count otherwise, although they have not changed themselves. */
    private void tellAgain(DuckFacts duck, MongoCollection<Document> cards, Collection<String> ids) {
        if (!ids.isEmpty()) {
            var found = new ArrayList<Document>();
            ElsewhereFollowed.read(cards, ids).forEach(found::add);
            replace(duck, found);
        }
    }

    private void replace(DuckFacts duck, List<Document> changed) {
        var told = elsewhere.told(changed);
        duck.replace(told); // before the tally, which says from when on a remembered answer is old
        tally.replace(told);
        changed.forEach(this::remember);
    }

    private void remember(Document card) {
        revisions.put(card.getString("_id"), card.get("rev", Number.class).longValue());
    }

    /**
     * Reads these cards and takes over those that have changed.
     *
     * @return all that there are, with {@code rev} and {@code seen}
     */
    Map<String, Document> refresh(MongoCollection<Document> cards, Collection<String> ids) {
        var found = new HashMap<String, Document>();
        if (ids.isEmpty()) {
            return found;
        }
        var duck = this.duck;
        var fields = (duck == null ? new Document("rev", 1) : ElsewhereFollowed.fields()).append("seen", 1);
        cards.find(Filters.in("_id", ids)).projection(fields).forEach(one -> found.put(one.getString("_id"), one));
        if (duck != null) {
            List<Document> changed = found.values().stream()
                    .filter(card -> !card.get("rev", Number.class).equals(revisions.get(card.getString("_id"))))
                    .toList();
            var others = elsewhere.note(cards, changed, duck::resting);
            replace(duck, changed);
            others.removeAll(ids);
            tellAgain(duck, cards, others);
        }
        return found;
    }
}
