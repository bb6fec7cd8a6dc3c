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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    private static final String ID = "_id";

    private static final Document EVERYTHING = new Document();

    private final DocumentFile file;
    private final MVMap<Long, byte[]> written;
    private final ConcurrentNavigableMap<Long, byte[]> documents = new ConcurrentSkipListMap<>();
    private long lastPosition;

    /** Replaced as a whole: the library's own list of indexes changes under its readers. */
    private volatile List<Lookup> lookups = List.of();

    /** Fields that the indexes are about, by the first part of their names. */
    private Set<String> indexed = Set.of(ID);

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

    /** Documents as they are kept, {@link Bson#sealed sealed}. */
    QueryResult find(Document query, Projected fields, int skip, int limit, int batchSize) {
        var page = page(found(query, false), skip, limit).map(fields::of);
        return createQueryResult(Bson.sealed(page.toList()), batchSize);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        var found = found(query, isNaturalDescending(orderBy));
        if (deriveComparator(orderBy) == null && (fields == null || fields.isEmpty())) {
            return createQueryResult(Bson.decoding(page(found, skip, limit).toList()), batchSize);
        }
        var decoded = found.map(entry -> Bson.decode(entry.getValue()));
        return matchDocumentsFromStream(decoded, EVERYTHING, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    private static Stream<byte[]> page(Stream<Map.Entry<Long, byte[]>> found, int skip, int limit) {
        return found.map(Map.Entry::getValue).skip(skip).limit(limit > 0 ? limit : Long.MAX_VALUE);
    }

    /** By an index where one says where to look; only then not all are looked at, and changes not in the file yet matter. */
    private Stream<Map.Entry<Long, byte[]>> found(Document query, boolean backwards) {
        var conditions = new Query(query).conditions();
        for (var lookup : backwards ? List.<Lookup>of() : lookups) {
            var positions = lookup.positions(conditions);
            if (positions != null) {
                return positions.map(this::lookUp).filter(Objects::nonNull).filter(matching(query));
            }
        }
        var all = backwards ? documents.descendingMap() : documents;
        return all.entrySet().stream().filter(matching(query));
    }

    /** One that was there a moment ago may be gone. */
    private Map.@Nullable Entry<Long, byte[]> lookUp(Long position) {
        var bson = documents.get(position);
        file.uncommitted().read(this, position);
        return bson == null ? null : Map.entry(position, bson);
    }

    private Predicate<Map.Entry<Long, byte[]>> matching(Document query) {
        if (query.isEmpty()) {
            return _ -> true;
        }
        var fields = new Query(query).fields();
        return entry -> {
            var bson = entry.getValue();
            return documentMatchesQuery(fields == null ? Bson.decode(bson) : Bson.decode(bson, fields), query);
        };
    }

    @Override
    protected @Nullable Document getDocument(Long position) {
        var found = lookUp(position);
        return found == null ? null : Bson.decode(found.getValue());
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
        keep(++lastPosition, Bson.encode(document));
        return lastPosition;
    }

    @Override
    protected void handleUpdate(Long position, Document before, Document after) {
        keep(position, Bson.encode(after));
        forget(position, before, after);
    }

    @Override
    protected void removeDocument(Long position) {
        written.remove(position);
        var before = Objects.requireNonNull(documents.remove(position));
        forget(position, Bson.decode(before, indexed), null);
    }

    private void keep(Long position, byte[] bson) {
        file.uncommitted().changed(this, position);
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
        var bson = Bson.seal(document);
        if (bson == null) {
            super.addDocument(document);
            return;
        }
        var known = Bson.decode(bson, indexed);
        if (known.get(ID) == null || known.get(ID) instanceof Collection) {
            super.addDocument(Bson.decode(bson));
            return;
        }
        getIndexes().forEach(index -> index.checkAdd(known, this));
        keep(++lastPosition, bson);
        getIndexes().forEach(index -> index.add(known, lastPosition, this));
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        var whole = Bson.seal(update);
        if (whole == null) {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        }
        var after = Bson.decode(whole, indexed);
        var one = found(selector, false).findFirst();
        if (!multi && one.isPresent() && after.get(ID) instanceof Object id) {
            var before = Bson.decode(one.get().getValue(), indexed);
            if (id.equals(before.get(ID))) {
                var changes = !Arrays.equals(one.get().getValue(), whole);
                if (changes) {
                    replace(one.get().getKey(), before, after, whole);
                }
                return new Document("n", 1).append("nModified", changes ? 1 : 0);
            }
        }
        return super.updateDocuments(selector, Bson.decode(whole), filters, multi, upsert, oplog);
    }

    /** The library takes both documents apart and copies them a few times, of which only what is indexed matters. */
    private void replace(Long position, Document before, Document after, byte[] whole) {
        getIndexes().forEach(index -> index.checkUpdate(before, after, this));
        getIndexes().forEach(index -> index.updateInPlace(before, after, position, this));
        keep(position, whole);
        forget(position, before, after);
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
        var keys = getIndexes().stream().flatMap(index -> index.getKeys().stream());
        indexed = Stream.concat(Stream.of(ID), keys.map(key -> Query.root(key.getKey())))
                .collect(Collectors.toUnmodifiableSet());
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
