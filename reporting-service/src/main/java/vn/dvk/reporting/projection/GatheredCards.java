package vn.dvk.reporting.projection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.bson.Document;
import vn.dvk.kit.intake.Documents;

/**
 * Cards of a generation that nobody else reads or writes yet. A card is kept in memory while events for it come, and what
 * follows from them is found and written once, instead of again with every event; by two other threads, one of which
 * derives while the other waits for the store, and this one goes on reading.
 */
public final class GatheredCards implements Documents, AutoCloseable {

    /** As many events are in memory at most, and again as many on their way to the store: some tens of megabytes. */
    private static final int MOST = 4_000;

    private static final int TOGETHER = 250;

    /** Of hash codes: whether a card has been stored before is certain if it has not, and nearly so if it has. */
    private static final int BITS = 1 << 22;

    /** Something is wrong with a card, and it is too late to say which stream that stops. */
    public static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(Throwable cause) {
            super(cause);
        }
    }

    private final Documents store;
    private final Executor writer;
    private final BitSet stored = new BitSet(BITS);
    private Map<String, Document> cards = new LinkedHashMap<>();
    private CompletableFuture<Void> storing = CompletableFuture.completedFuture(null);
    private int changes;
    private boolean gathering = true;

    GatheredCards(Documents store, Executor writer) {
        this.store = store;
        this.writer = writer;
    }

    @Override
    public Map<String, Document> find(Collection<String> ids) {
        if (!gathering) {
            return store.find(ids);
        }
        var found = new HashMap<String, Document>();
        var before = new ArrayList<String>();
        for (var id : ids) {
            var card = cards.get(id);
            if (card != null) {
                found.put(id, card);
            } else if (stored.get(bit(id))) {
                before.add(id);
            }
        }
        if (!before.isEmpty()) {
            await();
            found.putAll(store.find(before));
        }
        return found;
    }

    private static int bit(String id) {
        return id.hashCode() & BITS - 1;
    }

    @Override
    public boolean write(List<Document> changed) {
        if (!gathering) {
            return store.write(changed);
        }
        changed.forEach(card -> cards.put(card.getString("_id"), card));
        changes += changed.size();
        return true;
    }

    /**
     * To be called between batches.
     *
     * @throws Unfit if anything is wrong with anything: nothing is known of the generation then
     */
    public void storeIfFull() {
        if (gathering && changes > MOST) {
            store();
        }
    }

    private void store() {
        await();
        cards.keySet().forEach(id -> stored.set(bit(id)));
        var parts = parts(cards.values());
        cards = new LinkedHashMap<>();
        changes = 0;
        storing = CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> store(parts), writer),
                CompletableFuture.runAsync(() -> store(parts), writer));
    }

    private static Queue<List<Document>> parts(Collection<Document> all) {
        var parts = new ConcurrentLinkedQueue<List<Document>>();
        var left = List.copyOf(all);
        for (var from = 0; from < left.size(); from += TOGETHER) {
            parts.add(List.copyOf(left.subList(from, Math.min(from + TOGETHER, left.size()))));
        }
        return parts;
    }

    /** Taken out one by one: what has been stored needs no memory while the rest is. */
    private void store(Queue<List<Document>> parts) {
        for (var part = parts.poll(); part != null; part = parts.poll()) {
            if (!store.write(part)) {
                throw new IllegalStateException("somebody else writes to the generation");
            }
        }
    }

    private void await() {
        try {
            storing.join();
        } catch (CompletionException e) {
            throw new Unfit(e);
        }
    }

    /** All is in the store, and from now on others read and write it too. */
    public void end() {
        store();
        await();
        gathering = false;
    }

    /** Nothing is on its way to the store any more, whatever has happened. */
    @Override
    public void close() {
        storing.exceptionally(_ -> null).join();
    }
}
