package vn.dvk.kit.envelope;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads records as events, and believes of each only that it is from who owns its topic. Whoever reads a topic reads it
 * through the same one, so that what has become a dead letter is not taken for an event later, when a read store is
 * rebuilt.
 */
@FunctionalInterface
public interface RecordReader {

    /** @throws Envelope.Unreadable if it is no event, or not one of the topic's owner: it is to be a dead letter */
    IncomingEvent read(ConsumerRecord<?, byte[]> record);

    /** Of topics that one installation's services write: its own. */
    static RecordReader of(Installation installation) {
        return of(topic -> Source.ofTopic(topic, installation), (event, _) -> event);
    }

    /**
     * @param owners  whose a topic is; asked once for each
     * @param reading what becomes of an event that is its owner's
     */
    static RecordReader of(
            Function<String, Optional<Source>> owners, BiFunction<IncomingEvent, Source, IncomingEvent> reading) {
        record Owner(Source source, String text) {}
        var known = new ConcurrentHashMap<String, Optional<Owner>>();
        return record -> {
            var event = Envelope.read(record);
            var owner = known.computeIfAbsent(
                            event.topic(),
                            topic -> owners.apply(topic).map(source -> new Owner(source, source.toString())))
                    .orElseThrow(() -> new Envelope.Unreadable("nobody owns the topic " + event.topic()));
            if (!event.source().equals(owner.text())) {
                throw new Envelope.Unreadable(
                        "the topic is " + owner.text() + "'s, and the record says that it is from " + event.source());
            }
            return reading.apply(event, owner.source());
        };
    }
}
