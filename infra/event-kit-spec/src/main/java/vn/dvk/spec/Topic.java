package vn.dvk.spec;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.dvk.spec.contract.PublishedRecord;

/** A topic as anybody sees it who has the broker's address: all that lies on it, and a way to put something there. */
public final class Topic {

    private static final Map<String, Topic> ALL = new HashMap<>();

    /** Started with the first record that is sent. */
    private static final class Sender {
        private static final KafkaProducer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
                Map.of("bootstrap.servers", Backbone.kafkaBootstrap(), "acks", "all", "linger.ms", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private final String name;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    private Topic(String name) {
        this.name = name;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Backbone.kafkaBootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(name).stream()
                .map(one -> new TopicPartition(name, one.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public static synchronized Topic named(String name) {
        return ALL.computeIfAbsent(name, Topic::new);
    }

    /** Where records of a topic go that cannot be read. */
    public static Topic deadLetters(String name) {
        return named(name + ".dlt");
    }

    public String name() {
        return name;
    }

    /** Every record there is, up to the present end: the same as often as it lies there, each partition in order. */
    public synchronized List<ConsumerRecord<String, byte[]>> records() {
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(one -> consumer.position(one) < Objects.requireNonNull(ends.get(one)))) {
            consumer.poll(Duration.ofMillis(200)).forEach(read::add);
        }
        return List.copyOf(read);
    }

    public List<ConsumerRecord<String, byte[]>> records(Predicate<? super ConsumerRecord<String, byte[]>> which) {
        return records().stream().filter(which).toList();
    }

    /** Waits until there are enough of them, or they are otherwise as they should be. */
    public List<ConsumerRecord<String, byte[]>> await(
            Predicate<? super ConsumerRecord<String, byte[]>> which,
            Predicate<? super List<ConsumerRecord<String, byte[]>>> until) {
        return Awaitility.await("records on " + name)
                .atMost(RunningService.PATIENCE)
                .until(() -> records(which), until::test);
    }

    /** The events of a key, each once, as a reader is left with that drops what was delivered twice. */
    public List<PublishedRecord> events(String key) {
        var seen = new HashSet<String>();
        return records(one -> key.equals(one.key()) && seen.add(header(one, "ce_id"))).stream()
                .map(Topic::published)
                .toList();
    }

    /** The events of a key, once there are that many; there may be more. */
    public List<PublishedRecord> awaitEvents(String key, int atLeast) {
        return Awaitility.await("%d events about %s on %s".formatted(atLeast, key, name))
                .atMost(RunningService.PATIENCE)
                .until(() -> events(key), found -> found.size() >= atLeast);
    }

    /** Each stream's positions of one source, each where it was first seen. */
    public Map<String, List<Long>> positions(String source) {
        var positions = new LinkedHashMap<String, List<Long>>();
        for (var record : records(one -> header(one, "ce_source").equals(source))) {
            var ofStream = positions.computeIfAbsent(header(record, "ce_subject"), _ -> new ArrayList<>());
            var position = Long.valueOf(header(record, "ce_position"));
            if (!ofStream.contains(position)) {
                ofStream.add(position);
            }
        }
        return positions;
    }

    /** A header as text, the last one of that name; empty if it is not there. */
    public static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** As the contracts look at it. */
    public static PublishedRecord published(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(one -> headers.put(one.key(), new String(one.value(), StandardCharsets.UTF_8)));
        return new PublishedRecord(
                record.topic(), record.key(), headers, new String(record.value(), StandardCharsets.UTF_8));
    }

    /** On the topic that the event's contract names, where it is checked that it keeps it. */
    public static RecordMetadata publish(SampleEvent event) {
        return send(event.valid().record());
    }

    /** Many at once, in this order for each key. */
    public static void publish(Collection<SampleEvent> events) {
        var sent = events.stream().map(event -> begin(event.valid().record())).toList();
        sent.forEach(Topic::wait);
    }

    /** Any record, wherever it says: with headers that are missing, doubled or nonsense, without key or body. */
    public static RecordMetadata send(ProducerRecord<String, byte[]> record) {
        return wait(begin(record));
    }

    /** Bytes that need not be text. */
    public RecordMetadata send(byte @Nullable [] key, byte @Nullable [] body) {
        return wait(Sender.PRODUCER.send(new ProducerRecord<>(name, key, body)));
    }

    private static Future<RecordMetadata> begin(ProducerRecord<String, byte[]> record) {
        var key = record.key();
        return Sender.PRODUCER.send(new ProducerRecord<>(
                record.topic(),
                record.partition(),
                record.timestamp(),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                record.value(),
                record.headers()));
    }

    private static RecordMetadata wait(Future<RecordMetadata> sending) {
        try {
            return sending.get(RunningService.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
