package vn.dvk.local;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** No two documents with the same values, and where the one is; made anew from the documents at every start. */
final class UniqueIndex extends AbstractUniqueIndex<Long> implements Lookup {

    private final Map<KeyValue, Long> positions = new ConcurrentHashMap<>();

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    /** The library wants a query of exactly these fields; more conditions may stand beside them. */
    @Override
    public @Nullable Stream<Long> positions(Document conditions) {
        var ours = new Document();
        for (var field : keys()) {
            if (!conditions.containsKey(field)) {
                return null;
            }
            ours.put(field, conditions.get(field));
        }
        return canHandle(ours) ? StreamSupport.stream(getPositions(ours).spliterator(), false) : null;
    }

    @Override
    protected @Nullable Long getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Long position) {
        return positions.putIfAbsent(key, position) == null;
    }

    @Override
    protected @Nullable Long removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Long>> getIterable() {
        return positions.entrySet();
    }

    @Override
    public long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
