package vn.dvk.registration.running;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.contract.PublishedRecord;

/** A topic as another service sees it: all its records, and a way to add one. */
public final class Topic {

    private Topic() {}

    /** Waits until that many records of the key are there, and returns them with any that are there already. */
    public static List<PublishedRecord> records(String topic, String key, int atLeast) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> records(topic, key), found -> found.size() >= atLeast);
    }

    /** Everything of that key there is, up to the present end of the topic; what was delivered twice, once. */
    public static List<PublishedRecord> records(String topic, String key) {
        var settings = new Properties();
        settings.put("bootstrap.servers", Backbone.kafkaBootstrap());
        settings.put("auto.offset.reset", "earliest");
        var found = new ArrayList<PublishedRecord>();
        var seen = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < end(ends, one))) {
                for (var polled : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(polled.key())
                            && seen.add(new String(
                                    polled.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))) {
                        var headers = new LinkedHashMap<String, String>();
                        polled.headers()
                                .forEach(header ->
                                        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                        found.add(new PublishedRecord(topic, polled.key(), headers, polled.value()));
                    }
                }
            }
        }
        return found;
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Puts a record on the topic, as its writer would. */
    public static void add(PublishedRecord published) {
        var settings = new Properties();
        settings.put("bootstrap.servers", Backbone.kafkaBootstrap());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var outgoing = new ProducerRecord<>(
                    published.topic(), published.key(), published.body().getBytes(StandardCharsets.UTF_8));
            published
                    .headers()
                    .forEach((name, value) -> outgoing.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(outgoing).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
