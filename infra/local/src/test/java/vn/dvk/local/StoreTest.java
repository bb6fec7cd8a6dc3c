package vn.dvk.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final Document VERSIONED = new Document("_id", 1).append("version", 1);

    @TempDir
    Path folder;

    @Test
    void documents_outlive_a_restart() {
        var file = folder.resolve("data").resolve("store.mv");
        try (var store = Store.open(file, 0)) {
            insert(store, new Document("_id", "a").append("name", "Dân vận khéo"));
        }
        try (var store = Store.open(file, 0)) {
            assertThat(find(store, "a")).containsEntry("name", "Dân vận khéo");
        }
    }

    @Test
    void a_store_in_memory_starts_empty() {
        try (var store = Store.inMemory()) {
            assertThat(find(store, "a")).isNull();
            insert(store, new Document("_id", "a"));
            assertThat(find(store, "a")).isNotNull();
        }
        try (var store = Store.inMemory()) {
            assertThat(find(store, "a")).isNull();
        }
    }

    @Test
    void a_file_in_use_is_said_in_one_sentence() {
        var file = folder.resolve("store.mv");
        try (var _ = Store.open(file, 0)) {
            assertThatThrownBy(() -> Store.open(file, 0))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("is another platform using it?");
        }
    }

    @Test
    void a_port_that_is_taken_after_all_leaves_nothing_running() throws Exception {
        var before = Thread.getAllStackTraces().keySet();
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(Loopback.ADDRESS))) {
            var backend = new DocumentBackend(new DocumentFile(new MVStore.Builder().open()));
            assertThatThrownBy(() -> new WireServer(backend, taken.getLocalSocketAddress(), 2))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .noneMatch(thread -> thread.getName().startsWith("store-")));
    }

    @Test
    void what_was_acknowledged_survives_a_kill_together_with_its_index() throws Exception {
        var file = folder.resolve("store.mv");
        var acknowledged = new ConcurrentHashMap<String, Integer>();
        int port = Loopback.port(0);
        var process = StoreProcess.start(file, port, 64);
        try (var client = MongoClients.create("mongodb://" + Loopback.ADDRESS + ":" + port);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var things = client.getDatabase("dvk").getCollection("things");
            things.createIndex(VERSIONED, new IndexOptions().unique(true));
            for (int writer = 0; writer < 4; writer++) {
                var id = "writer-" + writer;
                writers.execute(() -> writeUntilKilled(things, id, acknowledged));
            }
            await().until(() ->
                    acknowledged.values().stream().mapToInt(Integer::intValue).sum() > 400);
            process.destroyForcibly().waitFor();
        }

        try (var store = Store.open(file, 0);
                var client = MongoClients.create(store.uri())) {
            var things = client.getDatabase("dvk").getCollection("things");
            acknowledged.forEach((id, version) -> {
                var found = requireNonNull(things.find(new Document("_id", id)).first());
                // The one in flight when the process died may be there or not; an acknowledged one is.
                assertThat(found.getInteger("version")).isBetween(version, version + 1);
                assertThat(raise(things, id, found.getInteger("version"))).isTrue();
            });
            assertThat(acknowledged).hasSize(4);
        }
    }

    private static void writeUntilKilled(
            MongoCollection<Document> things, String id, Map<String, Integer> acknowledged) {
        try {
            things.insertOne(new Document("_id", id).append("version", 0));
            for (int version = 0; raise(things, id, version); version++) {
                acknowledged.put(id, version + 1);
            }
        } catch (MongoException _) {
            // killed
        }
    }

    /** The guarded update every service writes with. */
    private static boolean raise(MongoCollection<Document> things, String id, int version) {
        var raised = things.updateOne(
                new Document("_id", id).append("version", version),
                new Document("$set", new Document("version", version + 1)));
        return raised.getModifiedCount() == 1;
    }

    private static void insert(Store store, Document document) {
        try (var client = MongoClients.create(store.uri())) {
            client.getDatabase("dvk").getCollection("things").insertOne(document);
        }
    }

    private static @Nullable Document find(Store store, String id) {
        try (var client = MongoClients.create(store.uri())) {
            return client.getDatabase("dvk")
                    .getCollection("things")
                    .find(new Document("_id", id))
                    .first();
        }
    }
}
