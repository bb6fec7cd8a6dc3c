package vn.dvk.service.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.service.ServiceProperties;

/**
 * Records that cannot be read as events, so that nobody knows which stream they belong to: to {@code <topic>.dlt},
 * same partition, bytes and headers as they came, with who could not read them and why.
 */
class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Producer<String, byte[]> producer;
    private final ServiceProperties service;
    private final MeterRegistry meters;

    DeadLetters(Producer<String, byte[]> producer, ServiceProperties service, MeterRegistry meters) {
        this.producer = producer;
        this.service = service;
        this.meters = meters;
    }

    /** @throws IllegalStateException if the broker does not take it; the batch then comes again */
    void add(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            Map<String, byte[]> headers,
            byte @Nullable [] body,
            String why) {
        var record = new ProducerRecord<String, byte[]>(topic + ".dlt", partition, key, body);
        headers.forEach((name, value) -> record.headers().add(name, value));
        record.headers()
                .add("dvk_reader", bytes(service.service()))
                .add("dvk_reason", bytes(why))
                .add("dvk_offset", bytes(Long.toString(offset)));
        try {
            producer.send(record).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the dead letter was acknowledged", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The dead letter was not acknowledged", e);
        }
        meters.counter("dvk.intake.records", "consumer", service.service(), "result", "dead")
                .increment();
        LOG.error("{}-{}@{} cannot be read and is a dead letter now: {}", topic, partition, offset, why);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
