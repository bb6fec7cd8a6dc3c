package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.RenameCollectionOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is there after a stop, a kill or a crash. */
class StoreRestartTest {

    private static final Document VERSIONED = new Document("_id", 1).append("version", 1);

    @TempDir
    Path folder;

    @Test
    void what_every_kind_of_write_left_is_there() {
        var before = new HashMap<Object, Document>();
        run(database -> {
            var things = database.getCollection("things");
            for (int i = 0; i < 20; i++) {
                things.insertOne(thing(i));
            }
            update(things, 0, "{$set: {name: 'mới', 'in.side': 2}}");
            update(things, 1, "{$unset: {name: 1}}");
            update(things, 2, "{$inc: {number: 5}, $mul: {half: 2}}");
            update(things, 3, "{$push: {list: {$each: [4, 5], $slice: -3}}}");
            update(things, 4, "{$pull: {list: {$lte: 2}}}");
            update(things, 5, "{$addToSet: {list: {$each: [2, 9]}}}");
            update(things, 6, "{$pop: {list: -1}}");
            update(things, 7, "{$min: {number: -1}, $max: {half: 8.5}}");
            update(things, 8, "{$rename: {name: 'title'}}");
            things.replaceOne(id(9), new Document("other", true));
            things.findOneAndUpdate(id(10), Document.parse("{$set: {found: 1}}"));
            things.findOneAndReplace(id(11), new Document("replaced", 1));
            things.findOneAndDelete(id(12));
            things.deleteOne(id(13));
            things.deleteMany(Filters.in("_id", "thing-14", "thing-15"));
            things.updateMany(Filters.gte("number", 16), Document.parse("{$set: {many: {a: [1]}}}"));
            things.updateOne(
                    id(20), Document.parse("{$set: {a: 1}, $setOnInsert: {b: 2}}"), new UpdateOptions().upsert(true));
            things.bulkWrite(List.of(
                    new InsertOneModel<>(thing(21)),
                    new UpdateOneModel<>(id(17), Document.parse("{$set: {bulk: 1}}")),
                    new DeleteOneModel<>(id(18))));
            things.insertOne(new Document("types", types()));
            before.putAll(all(things));
        });
        assertThat(before).hasSize(18);

        run(database -> assertThat(all(database.getCollection("things"))).isEqualTo(before));
    }

    @Test
    void what_was_dropped_stays_away_and_what_was_renamed_keeps_its_documents_and_indexes() {
        run(database -> {
            for (var name : List.of("dropped", "old", "new")) {
                var collection = database.getCollection(name);
                collection.createIndex(VERSIONED, new IndexOptions().unique(true));
                collection.createIndex(new Document("code", 1), new IndexOptions().unique(true));
                collection.insertOne(
                        new Document("_id", "a").append("version", 1).append("code", name));
            }
            database.getCollection("dropped").drop();
            database.getCollection("new")
                    .renameCollection(
                            new MongoNamespace(database.getName(), "old"),
                            new RenameCollectionOptions().dropTarget(true));
            database.getCollection("old").insertOne(new Document("_id", "b").append("code", "b"));
        });

        run(database -> {
            assertThat(database.listCollectionNames()).containsExactly("old");
            var old = database.getCollection("old");
            assertThat(all(old)).hasSize(2);
            assertThat(old.find(new Document("_id", "a").append("version", 1)).first())
                    .containsEntry("code", "new");
            assertThat(old.listIndexes())
                    .extracting(index -> index.getString("name"))
                    .hasSize(3);
            assertThatThrownBy(() -> old.insertOne(new Document("code", "new")))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
            database.drop();
        });

        run(database -> assertThat(database.listCollectionNames()).isEmpty());
    }

    @Test
    void half_a_commit_at_the_end_of_the_file_is_as_if_it_had_not_been_begun() throws Exception {
        var file = folder.resolve("store.mv");
        run(database -> database.getCollection("things").insertOne(thing(1)));
        var whole = Files.readAllBytes(file);

        Files.write(file, new byte[] {'H', ':', '2', 0, 1, 2, 3}, StandardOpenOption.APPEND);
        run(database -> assertThat(all(database.getCollection("things"))).hasSize(1));

        Files.write(file, whole);
        run(database -> database.getCollection("things").insertOne(thing(2)));
        try (var torn = new RandomAccessFile(file.toFile(), "rw")) {
            assertThat(torn.length()).isGreaterThan(whole.length);
            torn.setLength(torn.length() - 100);
        }
        run(database -> assertThat(all(database.getCollection("things"))).containsKey("thing-1"));
    }

    /** Three lives of one file, each ended by a kill: nothing acknowledged is lost, nothing deleted is back. */
    @Test
    void the_ledger_of_what_was_acknowledged_holds_after_every_kill() throws Exception {
        var file = folder.resolve("store.mv");
        var ledgers = new ArrayList<Ledger>();
        for (int writer = 0; writer < 8; writer++) {
            ledgers.add(new Ledger("writer-" + writer));
        }
        for (int life = 0; life < 3; life++) {
            int port = Loopback.port(0);
            var process = StoreProcess.start(file, port, 64);
            var acknowledged = new AtomicInteger();
            try (var client = MongoClients.create("mongodb://" + Loopback.ADDRESS + ":" + port);
                    var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                var things = client.getDatabase("dvk").getCollection("things");
                things.createIndex(VERSIONED, new IndexOptions().unique(true));
                things.createIndex(new Document("open.position", 1), new IndexOptions().sparse(true));
                ledgers.forEach(ledger -> writers.execute(() -> ledger.writeUntilKilled(things, acknowledged)));
                await().until(() -> acknowledged.get() > 600);
                process.destroyForcibly().waitFor();
            }
            run(database -> {
                var found = all(database.getCollection("things"));
                ledgers.forEach(ledger -> ledger.compare(found));
                var open = database.getCollection("things").find(Filters.gte("open.position", 1));
                assertThat(open.into(new ArrayList<>())).hasSize((int) found.values().stream()
                        .filter(one -> !one.getList("open", Document.class).isEmpty())
                        .count());
            });
        }
    }

    @Test
    void a_file_of_an_earlier_version_is_said_in_one_sentence() {
        var file = folder.resolve("store.mv");
        try (var earlier = MVStore.open(file.toString())) {
            earlier.openMap("databases.dvk.things").put("a", "b");
        }

        for (int attempt = 0; attempt < 2; attempt++) { // and the file is not left locked
            assertThatThrownBy(() -> Store.open(file, 0))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("written by an earlier version")
                    .hasMessageContaining(file.getFileName().toString());
        }
    }

    /** Acts alone on its own documents, and writes down what was acknowledged and what was asked last. */
    private static final class Ledger {

        private final String name;
        private final Random random = new Random(7);
        private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        private volatile String asked = "";
        private volatile @Nullable Integer wanted;

        Ledger(String name) {
            this.name = name;
        }

        void writeUntilKilled(MongoCollection<Document> things, AtomicInteger count) {
            try {
                while (true) {
                    write(things, name + "-" + random.nextInt(20));
                    count.incrementAndGet();
                }
            } catch (MongoException _) {
                // killed
            }
        }

        private void write(MongoCollection<Document> things, String id) {
            var version = acknowledged.get(id);
            asked = id;
            if (version == null) {
                wanted = 1;
                things.insertOne(new Document("_id", id).append("version", 1).append("open", List.of()));
            } else if (random.nextInt(4) == 0) {
                wanted = null;
                assertThat(things.deleteMany(new Document("_id", id)).getDeletedCount())
                        .isEqualTo(1);
            } else {
                wanted = version + 1;
                var change = version % 2 == 0
                        ? "{$inc: {version: 1}, $set: {open: []}}"
                        : "{$inc: {version: 1}, $push: {open: {position: 1}}}";
                var guard = new Document("_id", id).append("version", version);
                assertThat(things.updateOne(guard, Document.parse(change)).getModifiedCount())
                        .isEqualTo(1);
            }
            write(id, wanted);
        }

        private void write(String id, @Nullable Integer version) {
            if (version == null) {
                acknowledged.remove(id);
            } else {
                acknowledged.put(id, version);
            }
        }

        /** What was on its way may have arrived or not; from here on it is as it is. */
        void compare(Map<Object, Document> found) {
            var there = new HashMap<String, Integer>();
            found.forEach((id, one) -> {
                if (id.toString().startsWith(name + "-")) {
                    there.put(id.toString(), one.getInteger("version"));
                }
            });
            var last = there.get(asked);
            if (!Objects.equals(last, acknowledged.get(asked))) {
                assertThat(last).isEqualTo(wanted);
                write(asked, wanted);
            }
            assertThat(there).isEqualTo(acknowledged);
        }
    }

    private void run(Consumer<MongoDatabase> work) {
        try (var store = Store.open(folder.resolve("store.mv"), 0);
                var client = MongoClients.create(store.uri())) {
            work.accept(client.getDatabase("dvk"));
        }
    }

    private static void update(MongoCollection<Document> things, int number, String change) {
        assertThat(things.updateOne(id(number), Document.parse(change)).getModifiedCount())
                .isEqualTo(1);
    }

    private static Map<Object, Document> all(MongoCollection<Document> things) {
        var all = new HashMap<Object, Document>();
        things.find().forEach(one -> all.put(one.get("_id"), one));
        return all;
    }

    private static Document id(int number) {
        return new Document("_id", "thing-" + number);
    }

    private static Document thing(int number) {
        return id(number)
                .append("name", "Dân vận khéo")
                .append("number", number)
                .append("half", number / 2.0)
                .append("list", List.of(1, 2, 3))
                .append("in", new Document("side", 1));
    }

    private static Document types() {
        return new Document("time", Date.from(Instant.EPOCH))
                .append("uuid", UUID.nameUUIDFromBytes(new byte[0]).toString())
                .append("object", new ObjectId())
                .append("binary", new Binary(new byte[] {1, 2}))
                .append("decimal", Decimal128.parse("1.50"))
                .append("long", 1L << 40)
                .append("nothing", null)
                .append("yes", true);
    }
}
