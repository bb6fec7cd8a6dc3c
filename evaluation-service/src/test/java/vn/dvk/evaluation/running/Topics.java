package vn.dvk.evaluation.running;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.contract.Contracts;
import vn.dvk.spec.contract.PublishedRecord;

/** The other services, as far as this one notices them: released samples on their topics, and an ear on ours. */
public final class Topics implements AutoCloseable {

    public static final String OURS = "dvk.evaluation.v1";

    private static final JsonMapper JSON = new JsonMapper();

    private final Contracts contracts = Contracts.load();
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Backbone.kafkaBootstrap(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer());
    private long directoryPosition = Instant.now().toEpochMilli();

    public String newModel() {
        return UUID.randomUUID().toString();
    }

    public synchronized void programme(String code, String steps) {
        var body = sample("vn.dvk.directory.programme.v1", "full");
        body.put("code", code).set("steps", JSON.readTree(steps));
        send("vn.dvk.directory.programme.v1", "programme:" + code, directoryPosition++, body);
    }

    public void registered(String model, String programme, long position) {
        send("vn.dvk.registration.model-registered.v1", model, position, registeredBody(model, programme));
    }

    /** The released minimal sample, about this model and programme. */
    public ObjectNode registeredBody(String model, String programme) {
        return about(model, "vn.dvk.registration.model-registered.v1").put("programme", programme);
    }

    /** The released minimal sample of an event, about this model. */
    public ObjectNode about(String model, String type) {
        return sample(type, "minimal").put("model", model);
    }

    public ObjectNode sample(String type, String label) {
        return contracts.samples(type).stream()
                .filter(sample -> sample.label().equals(label))
                .map(sample -> (ObjectNode) JSON.readTree(sample.text()))
                .findFirst()
                .orElseThrow();
    }

    public void send(String type, String subject, long position, JsonNode body) {
        send(type, subject, position, JSON.writeValueAsString(body));
    }

    /** As its service would send it; the topic and the source follow from the type. */
    public void send(String type, String subject, long position, String body) {
        var service = type.split("\\.")[2];
        var record = new ProducerRecord<String, String>("dvk." + service + ".v1", subject, body);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.nameUUIDFromBytes((subject + position + type).getBytes(StandardCharsets.UTF_8))
                                .toString(),
                        "ce_source",
                        "/dvk/" + service,
                        "ce_type",
                        type,
                        "ce_subject",
                        subject,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_position",
                        Long.toString(position),
                        "ce_actor",
                        "tester",
                        "ce_correlation",
                        "test-" + subject,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What this service has published about a model, from the beginning, once there is as much as expected. What comes
     * twice is dropped by its position, as any reader does.
     */
    public List<PublishedRecord> published(String model, int atLeast) {
        return Awaitility.await().until(() -> published(model), found -> found.size() >= atLeast);
    }

    public List<PublishedRecord> published(String model) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", Backbone.kafkaBootstrap()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(OURS).stream()
                    .map(info -> new TopicPartition(OURS, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<PublishedRecord>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (model.equals(record.key())) {
                        var headers = new LinkedHashMap<String, String>();
                        record.headers()
                                .forEach(header ->
                                        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                        if (Integer.parseInt(headers.getOrDefault("ce_position", "")) > found.size()) {
                            found.add(new PublishedRecord(record.topic(), record.key(), headers, record.value()));
                        }
                    }
                });
            }
            return found;
        }
    }

    public Contracts contracts() {
        return contracts;
    }

    @Override
    public void close() {
        producer.close();
    }
}
