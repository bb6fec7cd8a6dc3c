package vn.dvk.bench.bare;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The whole way without a stop: HTTP, a guarded update, a record, a consumer, a document, a frame to every open page. One
 * process, no outbox, no inbox.
 */
@RestController
class BareChain implements DisposableBean {

    private final BareCommand commands;
    private final MongoCollection<Document> cards;
    private final String broker;
    private final Producer<byte[], byte[]> producer;
    private final Set<BlockingQueue<byte[]>> pages = ConcurrentHashMap.newKeySet();
    private volatile String topic = "";
    private volatile String state = "";
    private volatile boolean running = true;
    private long count;

    BareChain(MongoClient store, BareCommand commands, @Value("${bare.broker}") String broker) {
        this.commands = commands;
        this.cards = store.getDatabase(BareCommand.DATABASE).getCollection("bare_cards");
        this.broker = broker;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "max.in.flight.requests.per.connection",
                        1,
                        "linger.ms",
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Begins to follow a topic.
     *
     * @param what what every frame says besides the number, so that it is as large as a real one
     */
    @PutMapping("/chain/{topic}")
    void follow(@PathVariable String topic, @RequestBody String what) {
        this.topic = topic;
        this.state = what;
        Thread.ofPlatform().name("chain").daemon().start(this::consume);
    }

    @PostMapping("/chain/{id}")
    Map<String, Object> accept(@PathVariable String id, @RequestBody Map<String, Object> body) {
        var version = commands.update(id, body);
        var record = new Document(body).append("id", id).append("version", version);
        producer.send(new ProducerRecord<>(topic, bytes(id), bytes(record.toJson())));
        return Map.of("id", id, "version", version);
    }

    private void consume() {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        "bare-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (running) {
                var records = consumer.poll(Duration.ofMillis(100));
                if (records.isEmpty()) {
                    continue;
                }
                var bodies = new HashMap<String, Document>();
                records.forEach(record -> bodies.put(
                        new String(record.key(), StandardCharsets.UTF_8),
                        Document.parse(new String(record.value(), StandardCharsets.UTF_8))));
                var found = new HashMap<String, Document>();
                cards.find(Filters.in("_id", bodies.keySet())).forEach(card -> found.put(card.getString("_id"), card));
                var writes = new TreeMap<String, ReplaceOneModel<Document>>();
                bodies.forEach((id, body) -> {
                    var card = found.getOrDefault(id, new Document("_id", id)).append("body", body);
                    writes.put(
                            id,
                            new ReplaceOneModel<>(new Document("_id", id), card, new ReplaceOptions().upsert(true)));
                });
                cards.bulkWrite(List.copyOf(writes.values()), new BulkWriteOptions().ordered(false));
                consumer.commitSync();
                count += records.count();
                publish(frame(count));
            }
        } catch (InterruptException _) {
            // the process ends
        }
    }

    private byte[] frame(long number) {
        return bytes("id: %d\nevent: change\ndata: {\"registered\":{\"total\":%d},\"rest\":%s}\n\n"
                .formatted(number, number, state));
    }

    private void publish(byte[] frame) {
        pages.removeIf(page -> !page.offer(frame));
    }

    @GetMapping("/live")
    void live(HttpServletResponse response) throws IOException, InterruptedException {
        var page = new ArrayBlockingQueue<byte[]>(1_024);
        pages.add(page);
        try {
            response.setContentType("text/event-stream");
            var out = response.getOutputStream();
            out.write(bytes("event: snapshot\ndata: {}\n\n"));
            response.flushBuffer();
            while (running) {
                out.write(page.take());
                response.flushBuffer();
            }
        } finally {
            pages.remove(page);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void destroy() {
        running = false;
        producer.close(Duration.ofSeconds(1));
    }
}
