package vn.dvk.bench.measure;

import static vn.dvk.bench.Words.both;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
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
import vn.dvk.kit.envelope.OutboxEntry;
import vn.dvk.kit.relay.MongoOutbox;
import vn.dvk.kit.relay.Outbox;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.relay.RelaySettings;
import vn.dvk.kit.relay.Sender;

/**
 * M1: streams with one waiting event each, until all are on the topic and crossed off. Ours is the relay, by hand it is
 * one loop: read a thousand outboxes, send, await, pull.
 */
public final class Publishing implements Measure {

    private static final String DUPLICATES = "duplicates";
    private static final int AT_ONCE = RelaySettings.DEFAULT.batch();
    private static final String SCHEMAS = "https://dvk.example/contracts/";

    @Override
    public List<Result> run(Site site, Pace pace, Consumer<String> say) throws Exception {
        try (var backbone = new Backbone(site);
                var producer = backbone.producer();
                var sender = new Sender(backbone::producer)) {
            var streams = backbone.database().getCollection("streams");
            new MongoOutbox(streams, "none").prepare();
            var topic = backbone.topic("m1");
            var ids = new ArrayList<String>();
            for (var i = 0; i < pace.streams(); i++) {
                ids.add(UUID.randomUUID().toString());
            }
            var pairs = Pairs.measure(
                    pace.pairs(),
                    () -> leg(backbone, streams, topic, ids, () -> relay(streams, topic, ids, sender)),
                    () -> leg(backbone, streams, topic, ids, () -> byHand(streams, topic, ids, producer)),
                    say);
            streams.drop();
            backbone.delete(topic);
            return List.of(
                    new Result.Ratio(
                            "M1",
                            both("phát sự kiện", "publishing"),
                            Target.atLeast(0.90),
                            Sample.RATE,
                            "events/s",
                            pairs),
                    Result.figure(
                            "M1",
                            both("sự kiện phát hai lần", "duplicates on the wire"),
                            Target.atMost(0),
                            "events",
                            pairs.ours(DUPLICATES)));
        }
    }

    private interface Loop {
        /** @return nanoseconds */
        long run() throws Exception;
    }

    private static Sample leg(
            Backbone backbone, MongoCollection<Document> streams, String topic, List<String> ids, Loop loop)
            throws Exception {
        fill(streams, ids);
        var before = backbone.records(topic);
        var nanos = loop.run();
        var published = backbone.records(topic) - before;
        var left = streams.countDocuments(new Document("outbox.position", new Document("$gte", 1)));
        if (published < ids.size() || left > 0) {
            throw new CannotMeasure("%d of %d events were published, %d streams are not crossed off"
                    .formatted(published, ids.size(), left));
        }
        return Sample.rate(ids.size(), nanos).and(DUPLICATES, published - ids.size());
    }

    /** As a service would have left them: history, view, and one event that waits. */
    private static void fill(MongoCollection<Document> streams, List<String> ids) {
        streams.deleteMany(new Document());
        var some = new ArrayList<Document>();
        for (var id : ids) {
            var entry = Events.entry(id, 1);
            some.add(new Document("_id", id)
                    .append("version", 1L)
                    .append("events", List.of(new Document("n", 1L).append("data", Document.parse(entry.body()))))
                    .append("view", new Document("name", "Tuyến đường tự quản"))
                    .append("inbox", new Document())
                    .append("commands", List.of())
                    .append("published", 1L)
                    .append("outbox", List.of(entry.toDocument())));
            if (some.size() == AT_ONCE) {
                streams.insertMany(some);
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            streams.insertMany(some);
        }
    }

    private static long relay(MongoCollection<Document> streams, String topic, List<String> ids, Sender sender)
            throws InterruptedException {
        var outbox = new Watched(new MongoOutbox(streams, topic), new CountDownLatch(1));
        var relay =
                new Relay(sender, new Envelope("vn.dvk.", SCHEMAS), RelaySettings.DEFAULT, new SimpleMeterRegistry());
        relay.register(outbox);
        relay.start();
        outbox.swept().await();
        var added = new HashMap<String, Integer>();
        ids.forEach(id -> added.put(id, 1));
        var began = System.nanoTime();
        relay.offer(outbox, added);
        Site.await(Duration.ofMinutes(2), "relay", () -> relay.pending() == 0);
        relay.close(); // crosses off what it remembers as acknowledged
        return System.nanoTime() - began;
    }

    /** A service's relay has looked for what a crash left behind long before it is given work: that look is not counted. */
    private record Watched(Outbox outbox, CountDownLatch swept) implements Outbox {

        @Override
        public String topic() {
            return outbox.topic();
        }

        @Override
        public Map<String, List<OutboxEntry>> read(Collection<String> streams) {
            return outbox.read(streams);
        }

        @Override
        public Map<String, Long> waiting(int limit) {
            var waiting = outbox.waiting(limit);
            swept.countDown();
            return waiting;
        }

        @Override
        public void acknowledge(Map<String, Long> lastPositions) {
            outbox.acknowledge(lastPositions);
        }

        @Override
        public long size() {
            return outbox.size();
        }
    }

    private static long byHand(
            MongoCollection<Document> streams, String topic, List<String> ids, Producer<byte[], byte[]> producer)
            throws Exception {
        var began = System.nanoTime();
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            var sent = new ArrayList<Future<RecordMetadata>>();
            var pulls = new ArrayList<UpdateOneModel<Document>>();
            for (var stream : streams.find(Filters.in("_id", some)).projection(Projections.include("outbox"))) {
                var last = 0L;
                for (var entry : stream.getList("outbox", Document.class)) {
                    sent.add(producer.send(record(topic, entry)));
                    last = entry.get("position", Number.class).longValue();
                }
                pulls.add(new UpdateOneModel<>(
                        new Document("_id", stream.getString("_id")),
                        new Document(
                                "$pull",
                                new Document("outbox", new Document("position", new Document("$lte", last))))));
            }
            for (var one : sent) {
                one.get();
            }
            streams.bulkWrite(pulls, new BulkWriteOptions().ordered(false));
        }
        return System.nanoTime() - began;
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, Document entry) {
        var type = entry.getString("type");
        var headers = new ArrayList<Header>(11);
        headers.add(header("ce_specversion", "1.0"));
        headers.add(header("ce_id", entry.getString("id")));
        headers.add(header("ce_source", entry.getString("source")));
        headers.add(header("ce_type", type));
        headers.add(header("ce_subject", entry.getString("subject")));
        headers.add(header("ce_time", entry.getString("at")));
        headers.add(header("ce_dataschema", SCHEMAS + type + ".schema.json"));
        headers.add(header("ce_position", String.valueOf(entry.get("position"))));
        headers.add(header("ce_actor", entry.getString("actor")));
        headers.add(header("ce_correlation", entry.getString("correlation")));
        headers.add(header("content-type", "application/json"));
        return new ProducerRecord<>(
                topic, null, bytes(entry.getString("key")), bytes(entry.getString("body")), headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
