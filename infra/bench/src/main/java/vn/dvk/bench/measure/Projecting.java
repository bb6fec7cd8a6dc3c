package vn.dvk.bench.measure;

import static vn.dvk.bench.Words.both;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.bson.Document;
import vn.dvk.bench.CannotMeasure;
import vn.dvk.bench.Measure;
import vn.dvk.bench.Pace;
import vn.dvk.bench.Pairs;
import vn.dvk.bench.Result;
import vn.dvk.bench.Sample;
import vn.dvk.bench.Site;
import vn.dvk.bench.Target;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.MongoWaitingRoom;
import vn.dvk.kit.intake.Projection;
import vn.dvk.kit.relay.Sender;

/**
 * M2: a topic into documents. Ours is the intake with a projection; by hand it is poll, read with one {@code $in}, apply
 * what is next, one guarded bulk, commit. Against one read and one write per record, too.
 */
public final class Projecting implements Measure {

    /** As the services poll. */
    private static final int AT_ONCE = 1_000;

    private static final int OF_EACH = 6;
    private static final int ALONE_EVERY = 10;

    @Override
    public List<Result> run(Site site, Pace pace, Consumer<String> say) throws Exception {
        try (var backbone = new Backbone(site)) {
            var topic = backbone.topic("m2");
            publish(backbone, topic, pace.events());
            var ours = (Pairs.Leg) () -> leg(backbone, topic, pace.events(), Projecting::ours);
            var pairs = Pairs.measure(
                    pace.pairs(), ours, () -> leg(backbone, topic, pace.events(), Projecting::byHand), say);
            var alone = Pairs.measureWarm(
                    Math.max(1, pace.pairs() / 3),
                    ours,
                    () -> leg(backbone, topic, pace.events() / ALONE_EVERY, Projecting::oneByOne),
                    say);
            backbone.delete(topic);
            return List.of(
                    new Result.Ratio(
                            "M2",
                            both("chiếu sự kiện", "projection"),
                            Target.atLeast(0.80),
                            Sample.RATE,
                            "events/s",
                            pairs),
                    new Result.Ratio(
                            "M2",
                            both("so với từng bản ghi", "against record by record"),
                            Target.atLeast(10),
                            Sample.RATE,
                            "events/s",
                            alone));
        }
    }

    /** Each document's events lie apart from each other, as they do in life. */
    private static void publish(Backbone backbone, String topic, int events) {
        var envelope = new Envelope("vn.dvk.", "https://dvk.example/contracts/");
        var ids = new ArrayList<String>();
        for (var i = 0; i < events / OF_EACH; i++) {
            ids.add(UUID.randomUUID().toString());
        }
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var position = 1; position <= OF_EACH; position++) {
            for (var id : ids) {
                records.add(envelope.record(topic, Events.entry(id, position)));
            }
        }
        try (var sender = new Sender(backbone::producer)) {
            sender.publish(records);
        }
    }

    /** What is done with each batch. */
    private interface Reader {
        java.util.function.Consumer<List<ConsumerRecord<byte[], byte[]>>> into(
                MongoDatabase database, MongoCollection<Document> cards);
    }

    private static Sample leg(Backbone backbone, String topic, int events, Reader reader) {
        var database = backbone.database();
        database.drop();
        var cards = database.getCollection("cards");
        var accept = reader.into(database, cards);
        try (var consumer = backbone.consumer(AT_ONCE)) {
            consumer.subscribe(List.of(topic));
            var records = nextBatch(consumer); // joining the group is no part of it
            var began = System.nanoTime();
            var done = 0;
            while (true) {
                accept.accept(records);
                consumer.commitSync();
                done += records.size();
                if (done >= events) {
                    break;
                }
                records = nextBatch(consumer);
            }
            var nanos = System.nanoTime() - began;
            mustBeThere(cards, done);
            return Sample.rate(done, nanos);
        } catch (WakeupException e) {
            throw new CannotMeasure("The consumer was woken up", e);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> nextBatch(KafkaConsumer<byte[], byte[]> consumer) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < deadline) {
            var records = poll(consumer);
            if (!records.isEmpty()) {
                return records;
            }
        }
        throw new CannotMeasure("The topic has nothing more to read");
    }

    private static List<ConsumerRecord<byte[], byte[]>> poll(KafkaConsumer<byte[], byte[]> consumer) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
        return records;
    }

    private static void mustBeThere(MongoCollection<Document> cards, int events) {
        var seen = 0L;
        for (var card : cards.find().projection(new Document("seen", 1))) {
            seen += card.get("seen", Document.class).values().stream()
                    .mapToLong(
                            place -> ((Document) place).get("n", Number.class).longValue())
                    .sum();
        }
        if (seen != events) {
            throw new CannotMeasure("%d events were read and %d are in the documents".formatted(events, seen));
        }
    }

    private static java.util.function.Consumer<List<ConsumerRecord<byte[], byte[]>>> ours(
            MongoDatabase database, MongoCollection<Document> cards) {
        var projection = new Projection(Events.SOURCE, () -> cards, IncomingEvent::key)
                .on(Events.TYPE, (card, event) -> apply(card, event.as(Document.class)));
        var room = new MongoWaitingRoom("bench", database);
        var intake = new Intake("bench", List.of(projection), room, new SimpleMeterRegistry());
        return records -> intake.accept(records.stream().map(Envelope::read).toList());
    }

    private static void apply(Document card, Document body) {
        card.append("name", body.getString("name"))
                .append("unit", body.getString("unit"))
                .append("field", body.getString("field"))
                .append("registered", body);
    }

    private static java.util.function.Consumer<List<ConsumerRecord<byte[], byte[]>>> byHand(
            MongoDatabase database, MongoCollection<Document> cards) {
        return records -> {
            var byCard = new LinkedHashMap<String, List<ConsumerRecord<byte[], byte[]>>>();
            records.forEach(record -> byCard.computeIfAbsent(text(record.key()), _ -> new ArrayList<>())
                    .add(record));
            var found = new HashMap<String, Document>();
            cards.find(Filters.in("_id", byCard.keySet())).forEach(card -> found.put(card.getString("_id"), card));
            var writes = new TreeMap<String, WriteModel<Document>>();
            byCard.forEach((id, some) -> {
                var card = found.getOrDefault(id, new Document("_id", id).append("rev", 0L));
                if (applyNext(card, some)) {
                    writes.put(id, write(card));
                }
            });
            if (!writes.isEmpty()) {
                cards.bulkWrite(List.copyOf(writes.values()), new BulkWriteOptions().ordered(false));
            }
        };
    }

    private static java.util.function.Consumer<List<ConsumerRecord<byte[], byte[]>>> oneByOne(
            MongoDatabase database, MongoCollection<Document> cards) {
        return records -> {
            for (var record : records) {
                var id = text(record.key());
                var card = cards.find(new Document("_id", id)).first();
                var now = card == null ? new Document("_id", id).append("rev", 0L) : card;
                if (applyNext(now, List.of(record))) {
                    switch (write(now)) {
                        case InsertOneModel<Document> insert -> cards.insertOne(insert.getDocument());
                        case ReplaceOneModel<Document> replace ->
                            cards.replaceOne(replace.getFilter(), replace.getReplacement());
                        case WriteModel<Document> other -> throw new IllegalStateException(other.toString());
                    }
                }
            }
        };
    }

    /** What has been seen is passed over, and nothing is applied before its predecessor. */
    private static boolean applyNext(Document card, List<ConsumerRecord<byte[], byte[]>> records) {
        var seen = card.get("seen", Map.of());
        var last = seen.get("registration") instanceof Document place
                ? place.get("n", Number.class).longValue()
                : 0L;
        var before = last;
        for (var record : records) {
            var position = Long.parseLong(
                    text(record.headers().lastHeader("ce_position").value()));
            if (position == last + 1) {
                apply(card, Json.MAPPER.readValue(record.value(), Document.class));
                last = position;
            }
        }
        card.put("seen", new Document("registration", new Document("n", last)));
        return last > before;
    }

    private static WriteModel<Document> write(Document card) {
        var rev = card.get("rev", Number.class).longValue();
        card.put("rev", rev + 1);
        return rev == 0
                ? new InsertOneModel<>(card)
                : new ReplaceOneModel<>(new Document("_id", card.getString("_id")).append("rev", rev), card);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
