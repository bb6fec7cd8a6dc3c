package vn.dvk.spec.kit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.relay.RelayProducer;
import vn.dvk.kit.relay.RelaySettings;
import vn.dvk.kit.relay.Sender;

/** What nearly every test of the kit needs. */
final class Fixtures {

    /** Looks for what is left behind all the time. */
    static final RelaySettings EAGER = new RelaySettings(Duration.ofMillis(50), 100_000, 1_000, Duration.ofMillis(20));

    static final Envelope ENVELOPE = new Envelope("vn.dvk.", "https://dvk.example/contracts/");

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60)); // what fails fails late; what works is not slower
    }

    private Fixtures() {}

    static RequestContext somebody() {
        return somebody(null, null);
    }

    static RequestContext somebody(@Nullable String key, @Nullable String hash) {
        return new RequestContext("canbo", "NA", "correlation", null, key, hash, Instant.now());
    }

    static String fresh(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Publishes into memory; for streams whose events do not matter. Not started. */
    static Relay idleRelay() {
        return relay(memory(), EAGER);
    }

    static Relay relay(Producer<byte[], byte[]> producer, RelaySettings settings) {
        return new Relay(new Sender(() -> producer), ENVELOPE, settings, new SimpleMeterRegistry());
    }

    static MockProducer<byte[], byte[]> memory() {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The services' own. */
    static Producer<byte[], byte[]> producer(String bootstrap) {
        return producer(bootstrap, Duration.ofSeconds(10));
    }

    /** @param patience how long it waits for a broker before it gives a record back */
    static Producer<byte[], byte[]> producer(String bootstrap, Duration patience) {
        return RelayProducer.create(bootstrap, patience);
    }
}
