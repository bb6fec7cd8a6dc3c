package vn.dvk.service.running;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.OutboxEntry;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.Backbone;

/** Another service, that publishes what the sample service reads. */
final class Elsewhere implements AutoCloseable {

    static final String TOPIC = "dvk.registration.v1";

    private final Producer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Backbone.kafkaBootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    void happened(String subject, long position) {
        publish(event(SampleService.HAPPENED, subject, position, "{}"));
    }

    void publish(OutboxEntry entry) {
        send(record(entry));
    }

    RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static ProducerRecord<byte[], byte[]> record(OutboxEntry entry) {
        return new Envelope("vn.dvk.", "https://dvk.example/contracts/").record(TOPIC, entry);
    }

    static OutboxEntry event(String type, String subject, long position, String note) {
        var cause = new RequestContext("canbo", null, "correlation", null, null, null, Instant.now());
        var publication = new Publication(type, subject, Map.of("note", note));
        return OutboxEntry.of(SampleService.ELSEWHERE, subject, position, subject + position, publication, cause);
    }

    static ProducerRecord<byte[], byte[]> nonsense(String key, String body) {
        var record = new ProducerRecord<>(
                TOPIC, key.getBytes(StandardCharsets.UTF_8), body.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", "half an envelope".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }
}
