package vn.dvk.kit.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.kit.envelope.RequestContext;

/** The outboxes of one kind of stream, as the relay sees them. */
public interface Outbox {

    /** The topic they are published to. */
    String topic();

    /** Streams with entries older than the given age: left behind by a crash, or by a broker that was away. */
    List<Pending> leftBehind(Duration age, int limit);

    /** Takes out the entries up to and including the given position, per stream. */
    void acknowledge(Map<String, Long> lastPositions);

    /** How many entries wait, over all streams. */
    long size();

    static Document entry(
            String source,
            String subject,
            long position,
            String eventId,
            Publication publication,
            RequestContext cause) {
        var entry = new Document("position", position)
                .append("id", eventId)
                .append("type", publication.type())
                .append("source", source)
                .append("subject", subject)
                .append("key", publication.key())
                .append("at", cause.at().toString())
                .append("actor", cause.actor())
                .append("correlation", cause.correlation())
                .append("body", Json.MAPPER.writeValueAsString(publication.body()));
        if (cause.unit() != null) {
            entry.append("unit", cause.unit());
        }
        if (cause.traceparent() != null) {
            entry.append("traceparent", cause.traceparent());
        }
        return entry;
    }
}
