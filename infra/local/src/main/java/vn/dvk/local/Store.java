package vn.dvk.local;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** A store inside this JVM that speaks MongoDB's wire protocol: for trying out and for tests, not for production. */
public final class Store implements AutoCloseable {

    private final MongoServer server;
    private final int port;

    private Store(MVStore data, int port) {
        this.port = Loopback.port(port);
        Loopback.requireFree(this.port, "the store");
        server = new MongoServer(new H2Backend(data));
        server.bind(Loopback.ADDRESS, this.port);
    }

    /** A store that forgets, on a free port. */
    public static Store inMemory() {
        return new Store(new MVStore.Builder().open(), 0);
    }

    /**
     * A store that keeps its documents in a file.
     *
     * @param file created when missing, with its folder
     * @param port to listen on; 0 picks a free one
     * @throws CannotRun when the port is taken, or another process has the file open
     */
    public static Store open(Path file, int port) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var data = new MVStore.Builder().fileName(file.toString()).open();
            data.setAutoCommitDelay(50);
            return new Store(data, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MVStoreException e) {
            throw new CannotRun(
                    "The store's file %s cannot be opened: %s. Is another platform using it?"
                            .formatted(file, e.getMessage()),
                    e);
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
        server.shutdownNow();
    }
}
