package vn.dvk.local;

import static vn.dvk.local.Words.both;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
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
 * <p>A commit happens between commands, never within one, so that a rename is in the file as a whole or not at all. An
 * answer waits for its commit; commands that finish meanwhile share the next one.
 */
final class DurableBackend extends DocumentBackend {

    /** Commands that change nothing; any other, but for most aggregations, is taken for a write. */
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

    /** Commands that need room. What makes room is still done when there is none. */
    private static final Set<String> GROWING = Set.of("insert", "update", "findAndModify");

    /** MongoDB's for a disk that is full: clients take it for a store that is away, not for a fault of what they wrote. */
    private static final int OUT_OF_DISK_SPACE = 14031;

    /** A file that could not be written is closed: what is in memory only was never acknowledged, and nobody may read it. */
    private static final String UNWRITABLE = both(
            "Không ghi được tệp của kho dữ liệu: hãy dọn chỗ trên đĩa rồi khởi động lại.",
            "The store's file cannot be written: make room on the disk and start again.");

    private static final int LEAST_FILL_PERCENT = 50;
    private static final int MOST_MOVED_BYTES = 4 << 20;

    private final MVStore store;

    /** Held shared by commands that write and exclusively by a commit. */
    private final ReadWriteLock commands = new ReentrantReadWriteLock(true);

    private final Uncommitted uncommitted;
    private final AtomicLong finished = new AtomicLong();
    private final Object committing = new Object();
    private long committed;
    private long synced;
    private boolean complained;

    private final ScheduledExecutorService upkeep = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-upkeep").factory());

    /** The store must not commit by itself. */
    DurableBackend(MVStore store) {
        this(store, new DocumentFile(store));
    }

    private DurableBackend(MVStore store, DocumentFile file) {
        super(file);
        this.store = store;
        this.uncommitted = file.uncommitted();
        upkeep.scheduleWithFixedDelay(this::keepUp, 1, 1, TimeUnit.SECONDS);
        upkeep.scheduleWithFixedDelay(DurableBackend::lookForRoom, 10, 10, TimeUnit.SECONDS);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        if (store.isClosed()) {
            return outOfSpace(UNWRITABLE);
        }
        var command = message.getDocument();
        var name = command.keySet().iterator().next();
        if (READS.contains(name) || name.equals("aggregate") && onlyReads(command)) {
            uncommitted.hasBeenSeen(); // what this thread has read for others
            var answer = super.handleMessage(message);
            if (uncommitted.hasBeenSeen()) {
                commit(finished.incrementAndGet());
            }
            return answer;
        }
        if (GROWING.contains(name) && Heap.isFull()) {
            return outOfSpace(Heap.sentence());
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
        if (isWaitedFor(command)) {
            commit(mine);
        }
        return answer;
    }

    /** Who does not ask for the journal is answered before the next commit, which is another's or that of the upkeep. */
    private static boolean isWaitedFor(Document command) {
        return !(command.get("writeConcern") instanceof Document concern
                && concern.get("j") instanceof Boolean journal
                && !journal);
    }

    /** It may take long, and then no commit may wait for it. */
    private static boolean onlyReads(Document aggregation) {
        return aggregation.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .noneMatch(stage -> stage instanceof Document one
                                && (one.containsKey("$out") || one.containsKey("$merge")));
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
                long taken = finished.get();
                store.commit();
                uncommitted.committed();
                committed = taken;
            } finally {
                commands.writeLock().unlock();
            }
        }
    }

    private static Document outOfSpace(String sentence) {
        return new Document("ok", 0)
                .append("errmsg", sentence)
                .append("code", OUT_OF_DISK_SPACE)
                .append("codeName", "OutOfDiskSpace");
    }

    /** Only a collection shows that something has been deleted, and when nothing may be written none comes by itself. */
    private static void lookForRoom() {
        if (Heap.isFull()) {
            System.gc();
        }
    }

    private void keepUp() {
        try {
            complainWhenFull();
            syncOrTidy();
        } catch (MVStoreException e) {
            System.err.println("The store's file cannot be kept up: " + e.getMessage()); // tried again in a second
        }
    }

    private void complainWhenFull() {
        boolean full = Heap.isFull();
        if (full && !complained) {
            System.err.println(Heap.sentence());
        }
        complained = full;
    }

    /** From the operating system to the disk; and when nobody writes, sparse parts of the file are gathered. */
    private void syncOrTidy() {
        long now = finished.get();
        if (now != synced) {
            commit(now);
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
