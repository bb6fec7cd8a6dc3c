package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

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
                    .hasMessageContaining("Is another platform using it?");
        }
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
