package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.UpdateResult;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is looked up is what looking at everything would have found. */
class StoreLookupTest {

    private static final Store STORE = Store.inMemory();
    private static final MongoClient CLIENT = MongoClients.create(STORE.uri());

    private final Random random = new Random(42);

    @AfterAll
    static void close() {
        CLIENT.close();
        STORE.close();
    }

    @Test
    void an_index_finds_neither_more_nor_less_than_a_scan() {
        var indexed = CLIENT.getDatabase("dvk").getCollection("indexed");
        var plain = CLIENT.getDatabase("dvk").getCollection("plain");
        indexed.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
        indexed.createIndex(new Document("outbox.position", 1), new IndexOptions().sparse(true));
        for (int i = 0; i < 300; i++) {
            var document = document(i % 40);
            for (var collection : List.of(indexed, plain)) {
                switch (i % 5) {
                    case 0 -> collection.deleteOne(new Document("_id", document.get("_id")));
                    case 1 ->
                        collection.updateMany(
                                new Document("version", 1),
                                Document.parse("{$push: {outbox: {position: 2.0}}, $inc: {version: 1}}"));
                    default ->
                        collection.replaceOne(
                                new Document("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
                }
            }
            if (i == 150) {
                indexed.createIndex(new Document("view.unit", 1).append("version", 1));
            }
        }
        for (var filter : List.of(
                "{'outbox.position': {$gte: 1}}",
                "{'outbox.position': {$lt: 3}}",
                "{'outbox.position': {$gt: 1, $lt: 3}}",
                "{'outbox.position': 2}",
                "{'outbox.position': null}",
                "{'outbox.position': {$in: [1, null]}}",
                "{'outbox.position': {$exists: false}}",
                "{'outbox.position': {$ne: 2}}",
                "{'view.unit': 'u1'}",
                "{'view.unit': 1}",
                "{'view.unit': 1.0}",
                "{'view.unit': ['u1', 'u2']}",
                "{'view.unit': {$in: ['u1', 1]}}",
                "{'view.unit': {$not: {$gte: 'u1'}}}",
                "{'view.unit': {$eq: 'u2'}, version: {$gt: 1}}",
                "{$and: [{version: {$gt: 0}}, {'view.unit': 'u1'}, {_id: {$gt: 'm1'}}]}",
                "{$or: [{'view.unit': 'u1'}, {version: 2}]}",
                "{_id: 'm7', version: {$lt: 3}}",
                "{$and: [{_id: 'm7'}, {version: 1}]}",
                "{_id: {$in: ['m1', 'm7', 'm8']}, version: 1}",
                "{_id: {$gt: 'm3'}}")) {
            assertThat(found(indexed, filter)).as(filter).isEqualTo(found(plain, filter));
        }
        assertThat(found(indexed, "{'outbox.position': {$gte: 1}}")).isNotEmpty();
    }

    @Test
    void what_is_sent_as_it_is_kept_is_what_a_document_taken_apart_would_be() {
        var collection = CLIENT.getDatabase("dvk").getCollection("sent");
        collection.createIndex(new Document("view.unit", 1));
        for (int i = 0; i < 60; i++) {
            collection.insertOne(new Document("_id", "m%02d".formatted(i))
                    .append("view", document(i).get("view"))
                    .append("list", List.of(i, new Document("nested", List.of("é", "đ"))))
                    .append("nothing", null));
        }
        for (var filter : List.of("{}", "{'view.unit': 'u1'}", "{_id: {$in: ['m01', 'm59', 'none']}}", "{list: 7}")) {
            for (var fields : List.of(
                    "{}",
                    "{view: 1}",
                    "{list: 1, nothing: true}",
                    "{none: 1}",
                    "{_id: 1}",
                    "{list: 0}",
                    "{'view.unit': 1}")) {
                var skip = filter.equals("{}") ? 3 : 0; // an index has an order of its own
                var asked = collection
                        .find(Document.parse(filter))
                        .projection(Document.parse(fields))
                        .skip(skip)
                        .limit(50)
                        .batchSize(7);
                var kept = asked.into(new ArrayList<>());
                var takenApart = asked.sort(new Document("_id", 1)).into(new ArrayList<>());
                assertThat(kept).as(filter + fields).containsExactlyInAnyOrderElementsOf(takenApart);
            }
        }
    }

    @Test
    void a_document_replaced_keeps_to_every_index_and_to_its_name() {
        var collection = CLIENT.getDatabase("dvk").getCollection("replaced");
        collection.createIndex(new Document("code", 1), new IndexOptions().unique(true));
        collection.insertMany(
                List.of(new Document("_id", "a").append("code", 1), new Document("_id", "b").append("code", 2)));

        assertThat(replace(collection, "a", new Document("_id", "a").append("code", 1))
                        .getModifiedCount())
                .isZero();
        assertThat(replace(collection, "a", new Document("code", 3).append("x", List.of(1)))
                        .getModifiedCount())
                .isOne();
        assertThat(found(collection, "{code: 1}")).isEmpty();
        assertThat(found(collection, "{code: 3}"))
                .containsExactly(new Document("_id", "a").append("code", 3).append("x", List.of(1)));
        assertThat(replace(collection, "none", new Document("code", 4)).getMatchedCount())
                .isZero();
        assertThatThrownBy(() -> replace(collection, "a", new Document("_id", "a").append("code", 2)))
                .hasMessageContaining("E11000");
        assertThatThrownBy(() -> replace(collection, "a", new Document("_id", "c").append("code", 5)))
                .hasMessageContaining("_id");
        assertThat(found(collection, "{code: 3}")).hasSize(1);
    }

    private static UpdateResult replace(MongoCollection<Document> collection, String id, Document document) {
        return collection.replaceOne(new Document("_id", id), document);
    }

    @Test
    void only_what_waits_is_looked_at_for_the_outbox() {
        var index = new SecondaryIndex("outbox", List.of(new IndexKey("outbox.position", true)));
        var conditions = conditions("outbox.position", "$gte", 1);
        var waiting = document("outbox", List.of(document("position", 1), document("position", 2)));
        var sent = document("outbox", List.of());

        index.add(waiting, 1L, null);
        index.add(sent, 2L, null);
        assertThat(index.positions(conditions)).containsExactly(1L);
        index.add(sent, 1L, null);
        index.forget(1L, waiting, sent);
        assertThat(index.positions(conditions)).isEmpty();
        assertThat(index.positions(conditions("other", "$gte", 1))).isNull();
    }

    @Test
    void a_reader_sees_each_document_as_it_was_at_one_moment() {
        var things = CLIENT.getDatabase("dvk").getCollection("moments");
        for (int i = 0; i < 50; i++) {
            things.insertOne(new Document("_id", i).append("a", 0).append("b", 0));
        }
        var writer = CompletableFuture.runAsync(() -> {
            for (int round = 0; round < 20; round++) {
                things.updateMany(
                        new Document(), Document.parse("{$inc: {a: 1, b: 1}, $set: {x%d: 1}}".formatted(round)));
            }
        });
        do {
            for (var one : things.find()) {
                assertThat(one.get("a")).isEqualTo(one.get("b"));
            }
        } while (!writer.isDone());
        writer.join();
    }

    private Document document(int id) {
        var outbox = new ArrayList<Document>();
        for (int i = random.nextInt(4); i > 0; i--) {
            outbox.add(new Document("position", i));
        }
        var document = new Document("_id", "m" + id)
                .append("version", random.nextInt(1, 4))
                .append("outbox", outbox);
        return switch (random.nextInt(5)) {
            case 0 -> document;
            case 1 -> document.append("view", new Document("unit", null));
            case 2 -> document.append("view", new Document("unit", 1L));
            case 3 -> document.append("view", new Document("unit", List.of("u1", "u2")));
            default -> document.append("view", new Document("unit", "u" + random.nextInt(3)));
        };
    }

    private static List<Document> found(MongoCollection<Document> collection, String filter) {
        return collection
                .find(Document.parse(filter))
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private static de.bwaldvogel.mongo.bson.Document document(String field, Object value) {
        return new de.bwaldvogel.mongo.bson.Document(field, value);
    }

    private static de.bwaldvogel.mongo.bson.Document conditions(String field, String operator, Object value) {
        return document(field, document(operator, value));
    }
}
