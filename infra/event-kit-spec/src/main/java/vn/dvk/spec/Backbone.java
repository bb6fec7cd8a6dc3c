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
 * A real broker with all topics and a store, once per test JVM, started when first asked for: as containers where an
 * engine answers, inside this JVM otherwise; which of them is printed. With {@code DVK_MONGODB_URI} or {@code
 * DVK_KAFKA_BOOTSTRAP} set, those are used instead, by the same tests.
 */
public final class Backbone {

    private static @Nullable String mongoUri;
    private static @Nullable String kafkaBootstrap;
    private static @Nullable MongoClient client;

    private Backbone() {}

    public static synchronized String mongoUri() {
        var given = System.getenv("DVK_MONGODB_URI");
        if (given != null && !given.isBlank()) {
            return given;
        }
        var known = mongoUri;
        if (known == null) {
            known = Containers.ofThisRun().mongo().orElseGet(Backbone::embeddedStore);
            mongoUri = known;
        }
        return known;
    }

    public static synchronized String kafkaBootstrap() {
        var given = System.getenv("DVK_KAFKA_BOOTSTRAP");
        if (given != null && !given.isBlank()) {
            return given;
        }
        var known = kafkaBootstrap;
        if (known == null) {
            known = Containers.ofThisRun().kafka().orElseGet(Backbone::embeddedBroker);
            Consumer<String> quietly = _ -> {};
            Topics.LOCAL.create(known, quietly);
            kafkaBootstrap = known;
        }
        return known;
    }

    private static String embeddedStore() {
        Containers.say("the embedded store");
        return Store.inMemory().uri();
    }

    private static String embeddedBroker() {
        Containers.say("the embedded broker");
        try {
            return Broker.start(Files.createTempDirectory("dvk-broker")).bootstrap();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
