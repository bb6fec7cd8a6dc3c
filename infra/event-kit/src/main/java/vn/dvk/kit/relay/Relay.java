package vn.dvk.kit.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.OutboxEntry;

/**
 * Publishes what the streams of this instance have just written, woken at once, and sweeps up what a crash of any
 * instance left behind. One {@link TopicRelay} per topic, so that a topic that is missing holds up no other one.
 */
public final class Relay implements AutoCloseable {

    /**
     * A stream whose first waiting event cannot be sent; the others go on. Looked at again every now and then.
     *
     * @param since when it was noticed first
     */
    public record Parked(String topic, String stream, String reason, Instant since) {}

    private final Sender sender;
    private final Envelope envelope;
    private final RelaySettings settings;
    private final MeterRegistry meters;
    private final Map<String, TopicRelay> topics = new ConcurrentHashMap<>();

    public Relay(Sender sender, Envelope envelope, RelaySettings settings, MeterRegistry meters) {
        this.sender = sender;
        this.envelope = envelope;
        this.settings = settings;
        this.meters = meters;
        meters.gauge("dvk.relay.pending", this, Relay::pending);
        meters.gauge("dvk.relay.oldest", this, relay -> relay.oldest().toMillis() / 1000.0);
        meters.gauge("dvk.relay.parked", this, relay -> relay.parked().size());
    }

    public void register(Outbox outbox) {
        topics.computeIfAbsent(outbox.topic(), topic -> new TopicRelay(topic, sender, envelope, settings, meters))
                .register(outbox);
    }

    /**
     * Wakes the relay; never blocks.
     *
     * @param added how many events each stream has now that it had not before
     */
    public void offer(Outbox outbox, Map<String, Integer> added) {
        var topic = topics.get(outbox.topic());
        if (topic != null) {
            topic.offer(outbox, added);
        }
    }

    /** @throws OutboxFull so that a command is refused before anything is decided */
    public void refuseIfBehind() {
        var pending = pending();
        if (pending >= settings.bound()) {
            throw new OutboxFull(pending);
        }
    }

    /** Events known to wait: offered and not acknowledged, and one for each stream that a sweep has found. */
    public long pending() {
        return topics.values().stream().mapToLong(TopicRelay::pending).sum();
    }

    /** Events that wait right now, as the store says, whichever instance wrote them: a scan. */
    public long outboxSize() {
        return topics.values().stream().mapToLong(TopicRelay::size).sum();
    }

    /** How long the broker has been taking nothing. */
    public Duration oldest() {
        return topics.values().stream()
                .map(TopicRelay::oldest)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    public List<Parked> parked() {
        return topics.values().stream()
                .map(TopicRelay::parked)
                .flatMap(Collection::stream)
                .toList();
    }

    /**
     * Puts events that were published before on the topic again, past the outbox: for a log that has lost them. Readers
     * that have seen them drop them by their ids.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker does not take one of them; asking again is safe
     */
    public void republish(String topic, List<OutboxEntry> entries) {
        sender.publish(
                entries.stream().map(entry -> envelope.record(topic, entry)).toList());
    }

    public void start() {
        topics.values().forEach(TopicRelay::start);
    }

    /** Stops after what is in flight; the rest waits in the store for the next start or another instance. */
    @Override
    public void close() {
        topics.values().forEach(TopicRelay::close);
    }
}
