package vn.dvk.local;

import static vn.dvk.local.Words.both;

import de.bwaldvogel.mongo.MongoBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A store inside this JVM that speaks MongoDB's wire protocol: for trying out and for tests, not for production.
 *
 * <p>An acknowledged write survives the death of the process, {@code kill -9} included. It is handed to the disk once a
 * second, so a power cut can cost the last second; the broker can lose another last second, and the two need not match.
 * Whoever cannot accept that uses a real MongoDB and a real cluster.
 */
public final class Store implements AutoCloseable {

    /** Space given free is not used again before this, in milliseconds: longer than the second between two syncs. */
    private static final int RETENTION_MS = 5_000;

    /** Small pages: every write is a commit, and a commit writes whole pages. */
    private static final int PAGE_BYTES = 4 << 10;

    /** Of pages that are changed; reading needs none of them. */
    private static final int CACHE_MB = 4;

    /**
     * A thread answers its connections one after the other, a long scan and the wait for a commit included: enough of
     * them, and hardly anybody shares one. They are started when they are needed.
     */
    private static final int THREADS = 128;

    private final WireServer server;
    private final int port;

    private Store(MongoBackend backend, int port) {
        this.port = port;
        server = new WireServer(backend, new InetSocketAddress(Loopback.ADDRESS, port), THREADS);
    }

    /** A store that forgets, on a free port. */
    public static Store inMemory() {
        return new Store(new DocumentBackend(new DocumentFile(new MVStore.Builder().open())), Loopback.port(0));
    }

    /**
     * A store that keeps its documents in a file.
     *
     * @param file created when missing, with its folder
     * @param port to listen on; 0 picks a free one
     * @throws CannotRun when the port is taken, another process has the file open, or the environment speaks of production
     */
    public static Store open(Path file, int port) {
        LocalOnly.require(System.getenv());
        int chosen = Loopback.port(port);
        Loopback.requireFree(chosen, "store");
        var data = data(file);
        try {
            return new Store(new DurableBackend(data), chosen);
        } catch (CannotRun e) {
            data.close();
            throw e;
        }
    }

    /** What clients call the connection string. */
    public String uri() {
        return "mongodb://" + Loopback.ADDRESS + ":" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.close();
    }

    private static MVStore data(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var data = new MVStore.Builder()
                    .fileName(file.toString())
                    .pageSplitSize(PAGE_BYTES)
                    .cacheSize(CACHE_MB)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0) // nor in the middle of a large command
                    .open();
            data.setRetentionTime(RETENTION_MS);
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MVStoreException e) {
            throw new CannotRun(
                    both(
                                    "Không mở được tệp %1$s: có nền tảng khác đang dùng nó?",
                                    "The store's file %1$s cannot be opened: is another platform using it?")
                            .formatted(file),
                    e);
        }
    }
}
