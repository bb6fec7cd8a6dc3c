package vn.dvk.local;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Answers a write only after it is in the file.
 *
 * <p>The backend we build on commits in the background: what it answered in between is lost when the process is killed,
 * and a commit may fall between a document and its index. Here a commit happens between commands, never within one, and
 * an answer waits for it; commands that finish meanwhile share the next one.
 */
final class DurableBackend extends H2Backend {

    /** Commands that change nothing; any other is taken for a write. */
    private static final Set<String> READS = Set.of(
            "find",
            "getMore",
            "count",
            "distinct",
            "ping",
            "hello",
            "isMaster",
            "ismaster",
            "buildInfo",
            "serverStatus",
            "listCollections",
            "listIndexes",
            "listDatabases",
            "killCursors",
            "endSessions");

    private static final int LEAST_FILL_PERCENT = 50;
    private static final int MOST_MOVED_BYTES = 4 << 20;

    private final MVStore store;

    /** Held shared by commands that write and exclusively by a commit. */
    private final ReadWriteLock commands = new ReentrantReadWriteLock(true);

    private final AtomicLong finished = new AtomicLong();
    private final Object committing = new Object();
    private long committed;
    private long synced;

    private final ScheduledExecutorService upkeep = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-upkeep").factory());

    /** The store must not commit by itself. */
    DurableBackend(MVStore store) {
        super(store);
        this.store = store;
        upkeep.scheduleWithFixedDelay(this::keepUp, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        if (READS.contains(message.getDocument().keySet().iterator().next())) {
            return super.handleMessage(message);
        }
        long mine;
        Document answer;
        commands.readLock().lock();
        try {
            answer = super.handleMessage(message);
        } finally {
            mine = finished.incrementAndGet(); // a command that failed may have written before it did
            commands.readLock().unlock();
        }
        commit(mine);
        return answer;
    }

    /** The upkeep is waited for, never interrupted: an interrupt closes the very file it is writing. */
    @Override
    public void close() {
        upkeep.close();
        super.close();
    }

    private void commit(long mine) {
        synchronized (committing) {
            if (committed >= mine) {
                return; // the one before us took our change along
            }
            commands.writeLock().lock();
            try {
                committed = finished.get();
                store.commit();
            } finally {
                commands.writeLock().unlock();
            }
        }
    }

    private void keepUp() {
        try {
            syncOrTidy();
        } catch (MVStoreException e) {
            System.err.println("The store's file cannot be kept up: " + e.getMessage()); // tried again in a second
        }
    }

    /** From the operating system to the disk; and when nobody writes, sparse parts of the file are gathered. */
    private void syncOrTidy() {
        long now = finished.get();
        if (now != synced) {
            store.sync();
            synced = now;
        } else {
            commands.writeLock().lock();
            try {
                store.compact(LEAST_FILL_PERCENT, MOST_MOVED_BYTES);
            } finally {
                commands.writeLock().unlock();
            }
        }
    }
}
