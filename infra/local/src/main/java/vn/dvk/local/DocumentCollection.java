package vn.dvk.local;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents in memory, in the order in which they came, each change written through to the file.
 *
 * <p>They are kept as BSON, which takes a fifth of the room that objects take. Readers are given objects of their own, and
 * what is kept is only ever replaced as a whole. So readers need no lock, and looking at everything keeps nobody waiting.
 * Writers of one collection take turns.
 */
final class DocumentCollection extends AbstractMongoCollection<Long> {

    private final DocumentFile file;
    private final MVMap<Long, byte[]> written;
    private final ConcurrentNavigableMap<Long, byte[]> documents = new ConcurrentSkipListMap<>();
    private long lastPosition;

    /** Replaced as a whole: the library's own list of indexes changes under its readers. */
    private volatile List<Lookup> lookups = List.of();

    /** Reads what the file has of it. */
    DocumentCollection(
            MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors, DocumentFile file) {
        super(database, name, options, cursors);
        this.file = file;
        written = file.documents(getFullName());
        for (var entries = written.cursor(null); entries.hasNext(); ) {
            lastPosition = entries.next();
            documents.put(lastPosition, entries.getValue());
            requireRoomNowAndThen(lastPosition);
        }
    }

    private static void requireRoomNowAndThen(long position) {
        if (position % 1_000 == 0) {
            Heap.requireRoom();
        }
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        var conditions = new Query(query).conditions();
        for (var lookup : lookups) {
            var positions = lookup.positions(conditions);
            if (positions != null) {
                // One that was there a moment ago may be gone.
                var found = positions.map(this::getDocument).filter(Objects::nonNull);
                return matchDocumentsFromStream(found, query, orderBy, skip, limit, batchSize, fields);
            }
        }
        return matchDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /** Looks at everything. What comes out in the same order and shape stays BSON until it is sent. */
    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        var all = isNaturalDescending(orderBy) ? documents.descendingMap() : documents;
        var found = all.values().stream().filter(matching(query));
        if (deriveComparator(orderBy) != null || fields != null && !fields.isEmpty()) {
            return matchDocumentsFromStream(found.map(Bson::decode), query, orderBy, skip, limit, batchSize, fields);
        }
        var page = found.skip(skip).limit(limit > 0 ? limit : Long.MAX_VALUE).toList();
        return createQueryResult(Bson.decoding(page), batchSize);
    }

    private Predicate<byte[]> matching(Document query) {
        if (query.isEmpty()) {
            return _ -> true;
        }
        var fields = new Query(query).fields();
        return bson -> documentMatchesQuery(fields == null ? Bson.decode(bson) : Bson.decode(bson, fields), query);
    }

    @Override
    protected @Nullable Document getDocument(Long position) {
        var bson = documents.get(position);
        return bson == null ? null : Bson.decode(bson);
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(Bson.decode(entry.getValue()), entry.getKey()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    /** Called, like the next two, while a writer has its turn. */
    @Override
    protected Long addDocumentInternal(Document document) {
        keep(++lastPosition, document);
        return lastPosition;
    }

    @Override
    protected void handleUpdate(Long position, Document before, Document after) {
        keep(position, after);
        forget(position, before, after);
    }

    @Override
    protected void removeDocument(Long position) {
        written.remove(position);
        var before = Objects.requireNonNull(documents.remove(position));
        forget(position, Bson.decode(before), null);
    }

    private void keep(Long position, Document document) {
        var bson = Bson.encode(document);
        written.put(position, bson);
        documents.put(position, bson);
    }

    private void forget(Long position, Document before, @Nullable Document after) {
        for (var lookup : lookups) {
            if (lookup instanceof SecondaryIndex index) {
                index.forget(position, before, after);
            }
        }
    }

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return super.deleteDocuments(selector, limit, oplog);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    /** Fills it in one pass over the documents; left to itself, the library makes two. */
    @Override
    public synchronized void addIndex(Index<Long> index) {
        if (getIndexes().stream().noneMatch(one -> one.getName().equals(index.getName()))) {
            fill(index);
        }
        super.addIndex(index);
        refreshLookups();
    }

    private void fill(Index<Long> index) {
        try {
            streamAllDocumentsWithPosition().forEach(one -> {
                index.add(one.getDocument(), one.getPosition(), this);
                requireRoomNowAndThen(one.getPosition());
            });
        } catch (MongoServerError e) {
            throw new IndexBuildFailedException(e, this);
        }
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        refreshLookups();
    }

    private void refreshLookups() {
        lookups = getIndexes().stream().map(Lookup.class::cast).toList();
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        super.renameTo(database, name);
        file.rename(written, getFullName());
    }

    @Override
    public synchronized void drop() {
        super.drop();
        file.drop(written);
    }

    /** Nobody asks for sizes, and the library would encode every document twice more to know them. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int difference) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
