package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the documents no longer fit into the memory the store was given. */
class StoreRoomTest {

    private static final int OUT_OF_DISK_SPACE = 14031;

    @TempDir
    Path folder;

    @Test
    void a_full_store_says_so_and_goes_on_reading_until_something_is_deleted() throws Exception {
        int port = Loopback.port(0);
        var process = StoreProcess.start(folder.resolve("store.mv"), port, 32);
        try (var client = MongoClients.create("mongodb://" + Loopback.ADDRESS + ":" + port)) {
            var things = client.getDatabase("dvk").getCollection("things");
            int kept = fill(things);

            assertThatThrownBy(() -> things.insertOne(new Document()))
                    .isInstanceOfSatisfying(
                            MongoException.class, e -> assertThat(e.getCode()).isEqualTo(OUT_OF_DISK_SPACE))
                    .hasMessageContaining("no longer fit into 3")
                    .hasMessageContaining("DVK_HEAP_BACKBONE=6");
            assertThat(things.countDocuments()).isGreaterThanOrEqualTo(kept);
            assertThat(process.isAlive()).isTrue();

            things.drop();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> things.insertOne(new Document()).wasAcknowledged());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** @return how many were acknowledged */
    private static int fill(MongoCollection<Document> things) {
        var text = "dân vận khéo ".repeat(100);
        for (int kept = 0; kept < 100_000; kept += 20) {
            try {
                things.insertMany(IntStream.range(0, 20)
                        .mapToObj(i -> new Document("text", text))
                        .toList());
            } catch (MongoCommandException _) {
                return kept;
            }
        }
        throw new AssertionError("It never became full.");
    }
}
