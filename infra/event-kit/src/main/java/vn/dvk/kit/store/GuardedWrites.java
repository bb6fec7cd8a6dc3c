package vn.dvk.kit.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Writes to single documents, each guarded by what its document looked like when it was read, sent as one bulk.
 *
 * <p>Sorted by {@code _id}, so that two bulks on an engine that runs each in a transaction never wait for each other in
 * a ring.
 */
public final class GuardedWrites {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final SortedMap<String, WriteModel<Document>> writes = new TreeMap<>();
    private int guarded;

    public void insert(Document document) {
        writes.put(document.getString("_id"), new InsertOneModel<>(document));
    }

    /** @param guard what the document must still look like; it names the {@code _id}, by which it is found */
    public void update(Document guard, Document update) {
        writes.put(guard.getString("_id"), new UpdateOneModel<>(guard, update));
        guarded++;
    }

    /** @param model a guarded replacement or deletion; not counted by what it matches */
    public void add(String id, WriteModel<Document> model) {
        writes.put(id, model);
        guarded++;
    }

    /**
     * @return whether every write got through; if not, somebody was faster with at least one, and which ones has to be
     *     read back, because the counts are not reliable on every store
     * @throws com.mongodb.MongoException for everything else, a write concern that was not met included: then nothing
     *     is known
     */
    public boolean allThrough(MongoCollection<Document> collection) {
        if (writes.isEmpty()) {
            return true;
        }
        try {
            var result = collection.bulkWrite(List.copyOf(writes.values()), UNORDERED);
            return result.getMatchedCount() + result.getDeletedCount() == guarded;
        } catch (MongoException e) {
            if (StoreErrors.isDuplicateKey(e) || StoreErrors.isConflict(e)) {
                return false;
            }
            throw e;
        }
    }
}
