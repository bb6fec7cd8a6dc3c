package vn.dvk.awards.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.dvk.spec.contract.PublishedRecord;

/** The topics: what other services say, and what this one has published. */
final class Log {

    /** Long enough for a machine that does much else at the same time. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String OURS = "dvk.awards.v1";

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final List<PublishedRecord> published = new ArrayList<>();

    Log(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(OURS).stream()
                .map(one -> new TopicPartition(OURS, one.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** An event as one of the other services publishes it. */
    record Event(String source, String type, String subject, long position, String body) {

        String topic() {
            return "dvk." + source.substring("/dvk/".length()) + ".v1";
        }
    }

    void say(Event event) {
        var record = new ProducerRecord<>(event.topic(), event.subject(), event.body());
        var headers = new HashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", event.source());
        headers.put("ce_type", event.type());
        headers.put("ce_subject", event.subject());
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_position", Long.toString(event.position()));
        headers.put("ce_actor", "someone");
        headers.put("ce_correlation", "c-" + event.subject());
        headers.put("content-type", "application/json");
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get(60, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything published about a subject so far, in order, once there are that many; more is a failure too. */
    synchronized List<PublishedRecord> published(String subject, int count) {
        return await().atMost(PATIENCE).until(() -> of(subject), found -> found.size() >= count);
    }

    private List<PublishedRecord> of(String subject) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            var headers = new HashMap<String, String>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            published.add(new PublishedRecord(record.topic(), record.key(), headers, record.value()));
        });
        return published.stream()
                .filter(one -> subject.equals(one.headers().get("ce_subject")))
                .toList();
    }
}
