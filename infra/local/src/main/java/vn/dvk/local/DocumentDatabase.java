package vn.dvk.local;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The collections of one database; which there are and what is indexed is kept in two more collections. */
final class DocumentDatabase extends AbstractSynchronizedMongoDatabase<Long> {

    private final DocumentFile file;

    DocumentDatabase(String name, CursorRegistry cursors, DocumentFile file) {
        super(name, cursors);
        this.file = file;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
        return new DocumentCollection(this, name, options, cursorRegistry, file);
    }

    @Override
    protected Index<Long> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(name, keys, sparse);
    }

    @Override
    protected Index<Long> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(name, keys);
    }

    /**
     * What is asked for without being put into an order, and whole or by names of fields, is answered with the bytes that are kept.
     *
     * @return null where that is not what is asked
     */
    @Nullable
    Document find(Document command) {
        var fields = Projected.by((Document) command.get("projection"));
        if (fields == null
                || command.get("sort") instanceof Document order && !order.isEmpty()
                || !(resolveCollection((String) command.get("find"), false) instanceof DocumentCollection collection)) {
            return null;
        }
        var found = collection.find(
                (Document) command.getOrDefault("filter", new Document()),
                fields,
                number(command, "skip"),
                number(command, "limit"),
                number(command, "batchSize"));
        var cursor = new Document("id", found.getCursorId())
                .append("ns", collection.getFullName())
                .append("firstBatch", found.collectDocuments());
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    private static int number(Document command, String name) {
        return command.get(name) instanceof Number number ? number.intValue() : 0;
    }

    @Override
    protected long getStorageSize() {
        return file.size();
    }

    @Override
    protected long getFileSize() {
        return file.size();
    }
}
