package vn.dvk.spec;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dvk.local.Broker;
import vn.dvk.local.Store;
import vn.dvk.local.Topics;

/**
 * A real broker with all topics and a store, once per test JVM, started when first asked for. With {@code
 * DVK_MONGODB_URI} or {@code DVK_KAFKA_BOOTSTRAP} set, those are used instead, by the same tests.
 */
public final class Backbone {

    private static @Nullable Store store;
    private static @Nullable Broker broker;
    private static @Nullable MongoClient client;

    private Backbone() {}

    public static synchronized String mongoUri() {
        var given = System.getenv("DVK_MONGODB_URI");
        if (given != null && !given.isBlank()) {
            return given;
        }
        var running = store;
        if (running == null) {
            running = Store.inMemory();
            store = running;
        }
        return running.uri();
    }

    public static synchronized String kafkaBootstrap() {
        var given = System.getenv("DVK_KAFKA_BOOTSTRAP");
        if (given != null && !given.isBlank()) {
            return given;
        }
        var running = broker;
        if (running == null) {
            try {
                running = Broker.start(Files.createTempDirectory("dvk-broker"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Consumer<String> quietly = _ -> {};
            Topics.LOCAL.create(running.bootstrap(), quietly);
            broker = running;
        }
        return running.bootstrap();
    }

    /** A database of its own for a test, so that tests do not see one another's documents. */
    public static synchronized MongoDatabase freshDatabase() {
        var connected = client;
        if (connected == null) {
            // With a time-out, as everywhere: an engine that lacks something may not answer at all.
            connected = MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(mongoUri()))
                    .timeout(60, TimeUnit.SECONDS)
                    .build());
            client = connected;
        }
        return connected.getDatabase("t" + UUID.randomUUID().toString().substring(0, 8));
    }
}
