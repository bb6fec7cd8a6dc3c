package vn.dvk.bench.measure;

import static vn.dvk.bench.Words.both;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import vn.dvk.bench.CannotMeasure;
import vn.dvk.bench.Measure;
import vn.dvk.bench.Pace;
import vn.dvk.bench.Pairs;
import vn.dvk.bench.Result;
import vn.dvk.bench.Sample;
import vn.dvk.bench.Site;
import vn.dvk.bench.Target;
import vn.dvk.bench.http.Http;
import vn.dvk.bench.http.People;
import vn.dvk.kit.envelope.Json;

/**
 * M3: the read store anew from the log, on the running platform, from the order to the switch, the comparison with the old
 * one included, while somebody reads. Bare is one loop over the same log: poll, read the documents of the batch, append,
 * one bulk.
 */
public final class Rebuilding implements Measure {

    private static final List<String> TOPICS =
            List.of("dvk.directory.v1", "dvk.registration.v1", "dvk.evaluation.v1", "dvk.awards.v1");
    private static final int AT_ONCE = 2_000;
    private static final int ALONE_EVENTS = 1_000;
    private static final String FAILED_READS = "failed-reads";
    private static final String READS = "reads";

    @Override
    public List<Result> run(Site site, Pace pace, Consumer<String> say) throws Exception {
        var people = new People(site.address("identity"));
        try (var backbone = new Backbone(site)) {
            Pairs.Leg ours = () -> ours(site, people);
            var pairs = Pairs.measure(
                    pace.longPairs(), ours, () -> loop(backbone, Integer.MAX_VALUE, Rebuilding::bulk), say);
            say.accept(both("từng sự kiện", "one write per event"));
            var first = pairs.all().getFirst().ours();
            var alone =
                    Pairs.measureWarm(1, () -> first, () -> loop(backbone, ALONE_EVENTS, Rebuilding::oneByOne), say);
            return List.of(
                    new Result.Ratio(
                            "M3", both("dựng lại", "rebuild"), Target.atLeast(0.90), Sample.RATE, "events/s", pairs),
                    new Result.Ratio(
                            "M3",
                            both("so với ghi từng sự kiện", "against one write per event"),
                            Target.atLeast(20),
                            Sample.RATE,
                            "events/s",
                            alone),
                    Result.figure(
                            "M3",
                            both("dựng lại, sự kiện mỗi giây", "rebuild, events a second"),
                            Target.atLeast(5_000),
                            "/s",
                            pairs.ours(Sample.RATE)),
                    Result.figure(
                            "M3",
                            both("câu hỏi hỏng trong lúc đó", "reads that failed meanwhile"),
                            Target.atMost(0),
                            "reads",
                            pairs.ours(FAILED_READS)));
        }
    }

    private static Sample ours(Site site, People people) throws InterruptedException {
        people.signInAgain();
        var reporting = site.address("reporting");
        try (var reader = new Reader(site, people)) {
            var began = System.nanoTime();
            people.post(
                    reporting, "quantri", "/api/v1/rebuilds", UUID.randomUUID().toString(), Map.of());
            var now = current(site, people);
            while (now.path("state").asString("").equals("RUNNING")) {
                Thread.sleep(20);
                now = current(site, people);
            }
            var nanos = System.nanoTime() - began;
            if (!now.path("state").asString("").equals("DONE")) {
                throw new CannotMeasure("The rebuild ended otherwise: " + now);
            }
            return Sample.rate(now.path("total").asLong(), nanos)
                    .and("events", now.path("total").asLong())
                    .and(READS, reader.reads.get())
                    .and(FAILED_READS, reader.failed.get());
        }
    }

    private static JsonNode current(Site site, People people) {
        return people.get(site.address("reporting"), "quantri", "/api/v1/rebuilds/current");
    }

    /** Asks for the same table again and again. */
    private static final class Reader implements AutoCloseable {

        private final AtomicLong reads = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final Thread thread;
        private volatile boolean running = true;

        Reader(Site site, People people) {
            thread = Thread.ofPlatform().name("reader").daemon().start(() -> read(site, people));
        }

        private void read(Site site, People people) {
            try (var http = new Http(site.address("reporting"))) {
                while (running) {
                    reads.incrementAndGet();
                    if (!isAnswered(http, people)) {
                        failed.incrementAndGet();
                    }
                    Thread.sleep(50);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private static boolean isAnswered(Http http, People people) {
            try {
                var path = "/api/v1/summary?programme=" + Registrations.PROGRAMME;
                return http.send("GET", path, people.headers("xem", null), "").isOk();
            } catch (IOException _) {
                return false;
            }
        }

        @Override
        public void close() {
            running = false;
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Batch {
        void into(MongoCollection<Document> cards, List<ConsumerRecord<byte[], byte[]>> records);
    }

    private static Sample loop(Backbone backbone, int most, Batch batch) {
        var cards = backbone.database().getCollection("rebuilt");
        cards.drop();
        try (var consumer = backbone.consumer(AT_ONCE)) {
            var partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            var began = System.nanoTime();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var done = 0L;
            while (done < most && left(consumer, ends) > 0) {
                var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                var some = records.subList(0, (int) Math.min(records.size(), most - done));
                batch.into(cards, some);
                done += some.size();
            }
            var nanos = System.nanoTime() - began;
            cards.drop();
            return Sample.rate(done, nanos).and("events", done);
        }
    }

    private static long left(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        var left = 0L;
        for (var end : ends.entrySet()) {
            left += Math.max(0, end.getValue() - consumer.position(end.getKey()));
        }
        return left;
    }

    private static void bulk(MongoCollection<Document> cards, List<ConsumerRecord<byte[], byte[]>> records) {
        var byCard = new LinkedHashMap<String, List<ConsumerRecord<byte[], byte[]>>>();
        records.forEach(record -> byCard.computeIfAbsent(text(record.key()), _ -> new ArrayList<>())
                .add(record));
        if (byCard.isEmpty()) {
            return;
        }
        var found = new HashMap<String, Document>();
        cards.find(Filters.in("_id", byCard.keySet())).forEach(card -> found.put(card.getString("_id"), card));
        var writes = new TreeMap<String, WriteModel<Document>>();
        byCard.forEach((id, some) -> {
            var card = found.get(id);
            if (card == null) {
                writes.put(id, new InsertOneModel<>(append(new Document("_id", id), some)));
            } else {
                writes.put(id, new ReplaceOneModel<>(new Document("_id", id), append(card, some)));
            }
        });
        cards.bulkWrite(List.copyOf(writes.values()), new BulkWriteOptions().ordered(false));
    }

    private static void oneByOne(MongoCollection<Document> cards, List<ConsumerRecord<byte[], byte[]>> records) {
        for (var record : records) {
            var id = text(record.key());
            var card = cards.find(new Document("_id", id)).first();
            if (card == null) {
                cards.insertOne(append(new Document("_id", id), List.of(record)));
            } else {
                cards.replaceOne(new Document("_id", id), append(card, List.of(record)));
            }
        }
    }

    /** The whole history and the last state of each type. */
    private static Document append(Document card, List<ConsumerRecord<byte[], byte[]>> records) {
        var events = new ArrayList<>(card.getList("events", Document.class, List.of()));
        for (var record : records) {
            var event = new Document();
            record.headers().forEach(header -> event.put(header.key(), text(header.value())));
            var body = Json.MAPPER.readValue(record.value(), Document.class);
            events.add(event.append("body", body));
            card.put("last", body);
        }
        return card.append("events", events);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
