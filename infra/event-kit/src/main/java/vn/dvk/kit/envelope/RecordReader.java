package vn.dvk.kit.envelope;

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
        return record -> owned(
                Envelope.read(record),
                Source.ofTopic(record.topic(), installation)
                        .orElseThrow(() -> new Envelope.Unreadable("nobody owns the topic " + record.topic())));
    }

    /** @throws Envelope.Unreadable if the event says that it is from somebody else */
    static IncomingEvent owned(IncomingEvent event, Source owner) {
        if (!event.source().equals(owner.toString())) {
            throw new Envelope.Unreadable(
                    "the topic is " + owner + "'s, and the record says that it is from " + event.source());
        }
        return event;
    }
}
