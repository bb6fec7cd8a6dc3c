package vn.dvk.spec;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What is on a topic, from the first record to the last there is now, in the order of the partitions.
 *
 * @param records those that were asked for
 */
public record Published(List<ConsumerRecord<String, byte[]>> records) {

    /** The events of one source. */
    public static Published on(String bootstrap, String topic, String source) {
        return on(
                bootstrap,
                topic,
                (ConsumerRecord<?, ?> record) -> header(record, "ce_source").equals(source));
    }

    public static Published on(String bootstrap, String topic, Predicate<? super ConsumerRecord<?, ?>> wanted) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream()
                    .anyMatch(one -> consumer.position(one) < Objects.requireNonNull(ends.get(one)))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                }
            }
            return new Published(found);
        }
    }

    /** A header as text; empty if it is not there. */
    public static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Each stream's positions, each where it was first seen: what a reader is left with that drops duplicates. */
    public Map<String, List<Long>> firstSeen() {
        var seen = new LinkedHashMap<String, LinkedHashSet<Long>>();
        for (var record : records) {
            seen.computeIfAbsent(header(record, "ce_subject"), _ -> new LinkedHashSet<>())
                    .add(Long.parseLong(header(record, "ce_position")));
        }
        var inOrder = new LinkedHashMap<String, List<Long>>();
        seen.forEach((subject, positions) -> inOrder.put(subject, List.copyOf(positions)));
        return inOrder;
    }
}
