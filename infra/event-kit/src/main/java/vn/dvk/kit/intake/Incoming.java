package vn.dvk.kit.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.Cause;
import vn.dvk.kit.stream.Arrival;
import vn.dvk.kit.stream.Json;

/**
 * One event of another service, as it came from the topic.
 *
 * @param position place in the stream {@code source + subject}, starting at 1
 * @param time     when it was recorded there
 */
public record Incoming(
        String topic,
        int partition,
        long offset,
        String key,
        String id,
        String source,
        String type,
        String subject,
        long position,
        Instant time,
        String actor,
        @Nullable String unit,
        String correlation,
        @Nullable String traceparent,
        byte[] body) {

    /**
     * The consumer's own small reading of the body; fields it does not name are passed over.
     *
     * @throws tools.jackson.core.JacksonException if the body is not JSON or a field has another type
     */
    public <T> T as(Class<T> reading) {
        return Json.MAPPER.readValue(body, reading);
    }

    /** Names the stream it belongs to, over all services. */
    public String stream() {
        return source + '|' + subject;
    }

    /** Its place as the document with the given id remembers it. */
    public Arrival arrival(String documentId, Arrival.Reading reading) {
        return new Arrival(Arrival.key(source, subject, documentId), position, reading);
    }

    /** What follows from it is done in this service's name, in the same correlation and trace. */
    public Cause cause(String service) {
        return new Cause(service, unit, correlation, traceparent, null, Instant.now());
    }
}
