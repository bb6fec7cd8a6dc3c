package vn.dvk.spec.kit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.relay.RelaySettings;

/** What nearly every test of the kit needs. */
final class Fixtures {

    /** Looks for what is left behind all the time, and counts everything as left behind. */
    static final RelaySettings EAGER = new RelaySettings(Duration.ofMillis(20), Duration.ZERO, 100_000, 1_000);

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60)); // what fails fails late; what works is not slower
    }

    private Fixtures() {}

    static RequestContext somebody() {
        return new RequestContext("canbo", "NA", "correlation", null, null, Instant.now());
    }

    static String fresh(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Publishes into memory; for streams whose events do not matter. Not started. */
    static Relay idleRelay() {
        return new Relay(memory(), EAGER, new SimpleMeterRegistry());
    }

    static MockProducer<String, byte[]> memory() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    /** Idempotent and acknowledged by all, as the services' own. */
    static Producer<String, byte[]> producer(String bootstrap) {
        return producer(bootstrap, Duration.ofSeconds(10));
    }

    /** @param patience how long it waits for a broker before it gives a record back */
    static Producer<String, byte[]> producer(String bootstrap, Duration patience) {
        var milliseconds = (int) patience.toMillis();
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        1,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        milliseconds,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        milliseconds,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        200,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        2 * milliseconds),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
