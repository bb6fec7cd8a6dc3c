package vn.dvk.reporting.running;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.spec.Backbone;

/** The other services, as far as this one notices them: their events on their topics. */
public final class Topics {

    private static final JsonMapper JSON = new JsonMapper();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Backbone.kafkaBootstrap(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Full state of a unit or programme, newer than any before. */
    public void directory(String type, String subject, JsonNode state) {
        send(Samples.event(type, subject, subject, System.nanoTime(), Instant.now(), JSON.writeValueAsString(state)));
    }

    /** As its service would send it. */
    public void send(IncomingEvent event) {
        var record = new ProducerRecord<>(event.topic(), event.key(), event.body());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.id(),
                        "ce_source", event.source(),
                        "ce_type", event.type(),
                        "ce_subject", event.subject(),
                        "ce_time", event.time().toString(),
                        "ce_position", Long.toString(event.position()),
                        "ce_actor", event.actor(),
                        "ce_correlation", event.correlation())
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
}
