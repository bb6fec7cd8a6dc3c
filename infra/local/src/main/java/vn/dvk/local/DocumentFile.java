package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;

/** What is in the file: for each collection a map from a document's position to its BSON. */
final class DocumentFile implements AutoCloseable {

    private static final String PREFIX = "bson.";

    /** What an earlier version called its maps, whose keys and values were Java objects. */
    private static final String EARLIER_PREFIX = "databases.";

    private final MVStore store;

    /** @throws CannotRun when it was written by an earlier version */
    DocumentFile(MVStore store) {
        if (store.getMapNames().stream().anyMatch(name -> name.startsWith(EARLIER_PREFIX))) {
            throw new CannotRun(both(
                            "Tệp %1$s do phiên bản trước ghi, không còn đọc được: hãy chuyển thư mục dữ liệu đi nơi khác rồi chạy lại.",
                            "The store's file %1$s was written by an earlier version and is not read any more: move the"
                                    + " data folder away and start again.")
                    .formatted(store.getFileStore().getFileName()));
        }
        this.store = store;
    }

    MVMap<Long, byte[]> documents(String collection) {
        return store.openMap(
                PREFIX + collection,
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    void rename(MVMap<Long, byte[]> documents, String collection) {
        store.renameMap(documents, PREFIX + collection);
    }

    void drop(MVMap<Long, byte[]> documents) {
        store.removeMap(documents);
    }

    Set<String> databases() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length(), name.indexOf('.', PREFIX.length())))
                .collect(Collectors.toSet());
    }

    long size() {
        FileStore<?> file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    public void close() {
        store.close();
    }
}
