package vn.dvk.kit.intake;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;
import vn.dvk.kit.store.GuardedWrites;

/**
 * In the store, where other instances write to them too.
 *
 * @param collection asked each time, so that it can be another one from then on
 */
public record StoredDocuments(Supplier<MongoCollection<Document>> collection) implements Documents {

    @Override
    public Map<String, Document> find(Collection<String> ids) {
        var found = new HashMap<String, Document>();
        collection.get().find(Filters.in("_id", ids)).forEach(one -> found.put(one.getString("_id"), one));
        return found;
    }

    @Override
    public boolean write(List<Document> changed) {
        var writes = new GuardedWrites();
        for (var document : changed) {
            var rev = document.get("rev", Number.class).longValue();
            document.put("rev", rev + 1);
            if (rev == 0) {
                writes.insert(document);
            } else {
                var id = document.getString("_id");
                writes.add(id, new ReplaceOneModel<>(new Document("_id", id).append("rev", rev), document));
            }
        }
        return writes.allThrough(collection.get());
    }
}
