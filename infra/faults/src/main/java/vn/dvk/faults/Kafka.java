package vn.dvk.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.api.PlatformFailure;

/** The broker as a stranger sees it: reads what is there, byte by byte, and writes what it likes. */
public final class Kafka {

    /** Topics in which a subject's positions have no holes. */
    public static final List<String> TOPICS = List.of("dvk.registration.v1", "dvk.evaluation.v1", "dvk.awards.v1");

    private static final int LARGEST_REQUEST = 16 * 1024 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String bootstrap;

    Kafka(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Everything that is in the topics, of each partition in order. */
    public List<ConsumerRecord<byte[], byte[]>> read(Collection<String> topics) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var deadline = System.nanoTime() + LIMIT.toNanos();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                if (System.nanoTime() > deadline) {
                    throw new PlatformFailure(
                            "Không đọc hết được các chủ đề. (The topics cannot be read to their end.)");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** Writes the records one after the other; returns when the broker has them all. */
    public void write(List<ProducerRecord<byte[], byte[]>> records) {
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var record : records) {
                producer.send(record).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            throw interrupted();
        } catch (ExecutionException | TimeoutException failed) {
            throw new KafkaException(failed);
        }
    }

    /** Has a service that is stopped read everything again, from the first record of every topic it reads. */
    public void rewind(String group) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            // Its instances have lasting names, so the group would wait for them to come back.
            answer(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all());
            var first = new HashMap<TopicPartition, OffsetAndMetadata>();
            answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                    .keySet()
                    .forEach(partition -> first.put(partition, new OffsetAndMetadata(0)));
            answer(admin.alterConsumerGroupOffsets(group, first).all());
        }
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            throw interrupted();
        } catch (ExecutionException | TimeoutException failed) {
            throw new KafkaException(failed);
        }
    }

    private static PlatformFailure interrupted() {
        Thread.currentThread().interrupt();
        return new PlatformFailure("Đã dừng giữa chừng. (Interrupted.)");
    }

    /** The last value a record has for a header. */
    public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
