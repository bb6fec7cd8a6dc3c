package vn.dvk.local;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which documents have a value in the first field of an index that need not be unique. What it names, the query looks at
 * once more, so the other fields of the index and the finer points of comparing need not be known here.
 */
final class SecondaryIndex extends Index<Long> implements Lookup {

    /** The whole number 1 and the fraction 1.0 are one value. */
    private static final Comparator<Object> ORDER = ValueComparator.ascWithoutListHandling();

    private final String field;
    private final ConcurrentNavigableMap<Object, Set<Long>> positions = new ConcurrentSkipListMap<>(ORDER);

    /** To the library it is sparse: it does not expect to learn of a document's position here. */
    SecondaryIndex(String name, List<IndexKey> keys) {
        super(name, keys, true);
        this.field = keys.getFirst().getKey();
    }

    @Override
    public @Nullable Stream<Long> positions(Document conditions) {
        var condition = conditions.get(field);
        var found = condition instanceof Document operators ? found(operators) : found("$eq", condition);
        return found == null ? null : found.flatMap(Collection::stream).distinct();
    }

    /** One operator is enough: each alone names all that fulfil every one. */
    private @Nullable Stream<Set<Long>> found(Document operators) {
        for (var operator : operators.entrySet()) {
            var found = found(operator.getKey(), operator.getValue());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Stream<Set<Long>> found(String operator, @Nullable Object value) {
        if (operator.equals("$in") && value instanceof Collection<?> values) {
            return values.stream().allMatch(SecondaryIndex::isIndexed)
                    ? values.stream().map(this::with)
                    : null;
        }
        if (value == null || !isIndexed(value)) {
            return null;
        }
        return switch (operator) {
            case "$eq" -> Stream.of(with(value));
            case "$gt", "$gte" -> positions.tailMap(value).values().stream();
            case "$lt", "$lte" -> positions.headMap(value, true).values().stream();
            default -> null;
        };
    }

    private Set<Long> with(Object value) {
        return positions.getOrDefault(value, Set.of());
    }

    /** Also for a document that changes: what it had before is {@link #forget forgotten} when readers see the new one. */
    @Override
    public void add(Document document, Long position, @Nullable MongoCollection<Long> collection) {
        values(document)
                .forEach(value -> positions
                        .computeIfAbsent(value, _ -> ConcurrentHashMap.newKeySet())
                        .add(position));
    }

    void forget(Long position, Document before, @Nullable Document after) {
        var kept = new TreeSet<>(ORDER);
        if (after != null) {
            values(after).forEach(kept::add);
        }
        values(before)
                .filter(value -> !kept.contains(value))
                .forEach(value -> positions.computeIfPresent(value, (_, those) -> {
                    those.remove(position);
                    return those.isEmpty() ? null : those;
                }));
    }

    private Stream<?> values(Document document) {
        return flat(Utils.getSubdocumentValueCollectionAware(document, field)).filter(SecondaryIndex::isIndexed);
    }

    private static Stream<?> flat(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? several.stream().flatMap(SecondaryIndex::flat)
                : Stream.of(value);
    }

    /** What compares alike for everybody. A document without such a value is found by looking at all of them. */
    private static boolean isIndexed(@Nullable Object value) {
        return value instanceof String || value instanceof Integer || value instanceof Long || value instanceof Double;
    }

    @Override
    public void updateInPlace(Document before, Document after, Long position, MongoCollection<Long> collection) {
        add(after, position, collection);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Long> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Long getPosition(Document document) {
        return null;
    }

    @Override
    public @Nullable Long remove(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Long> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Long> collection) {}

    @Override
    public long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}
}
