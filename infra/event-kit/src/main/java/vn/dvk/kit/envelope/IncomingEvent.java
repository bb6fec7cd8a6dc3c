package vn.dvk.kit.envelope;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of another service, as it came from the topic.
 *
 * @param position place in the stream {@code source + subject}, starting at 1
 * @param time     when it was recorded there, by that service's clock
 * @param appended when the log had it: the broker's time of this record, to the millisecond. An event that comes a
 *                 second time, because it was sent or delivered again, has the time of its first record where it is kept
 * @param actor    who did it there, as that service claims
 */
public record IncomingEvent(
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
        Instant appended,
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

    /** The same event, with what it names named otherwise. */
    public IncomingEvent renamed(
            String otherKey, String otherId, String otherSubject, @Nullable String otherUnit, byte[] otherBody) {
        return new IncomingEvent(
                topic,
                partition,
                offset,
                otherKey,
                otherId,
                source,
                type,
                otherSubject,
                position,
                time,
                appended,
                actor,
                otherUnit,
                correlation,
                traceparent,
                otherBody);
    }

    /** Names the stream it belongs to, over all services and installations. */
    public String stream() {
        return source + '|' + subject;
    }

    /** Its place as the document with the given id remembers it. */
    public SourcePosition place(String documentId, SourcePosition.FollowMode mode) {
        return new SourcePosition(SourcePosition.key(source, subject, documentId), position, id.hashCode(), mode);
    }

    /** Of its id alone: events are looked up often, and seldom have the same. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** What is wrong with the body as text; null if nothing is. */
    public @Nullable String bodyFault() {
        return Utf8.faultOf(body);
    }

    /** What follows from it is done in this service's name, in the same correlation and trace. */
    public RequestContext context(String service) {
        return new RequestContext(service, unit, correlation, traceparent, null, null, Instant.now());
    }
}
