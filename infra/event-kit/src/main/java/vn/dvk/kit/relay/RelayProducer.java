package vn.dvk.kit.relay;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The producer that the relay's promise rests on: acknowledged by all replicas, idempotent, one request at a time.
 *
 * <p>With more requests on their way, a partition that comes up between the first and the second of them takes the
 * second as the beginning and refuses the first for ever (KAFKA-15591): an event would come before its predecessor, and
 * the predecessor only after the delivery time-out. So the batches are large instead.
 */
public final class RelayProducer {

    private static final int BATCH_BYTES = 256 * 1024;

    private RelayProducer() {}

    /** @param patience how long a request may take; a record is given back after four times as long */
    public static Producer<byte[], byte[]> create(String brokers, Duration patience) {
        var milliseconds = (int) patience.toMillis();
        return new KafkaProducer<>(
                Map.ofEntries(
                        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES),
                        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 1),
                        // The one that every client library reads by itself.
                        Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip"),
                        Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200),
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, milliseconds),
                        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, milliseconds),
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 4 * milliseconds)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
