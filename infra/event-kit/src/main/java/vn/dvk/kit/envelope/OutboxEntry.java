package vn.dvk.kit.envelope;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits in its stream's document to be published.
 *
 * @param position place among the stream's published events, from 1 without holes
 * @param id       the event's id; the same whenever it is published again
 * @param body     JSON
 * @param at       recorded time, ISO 8601
 */
public record OutboxEntry(
        long position,
        String id,
        String type,
        String source,
        String subject,
        String key,
        String at,
        String actor,
        @Nullable String unit,
        String correlation,
        @Nullable String traceparent,
        String body) {

    public static OutboxEntry of(
            String source,
            String subject,
            long position,
            String eventId,
            Publication publication,
            RequestContext context) {
        return new OutboxEntry(
                position,
                eventId,
                publication.type(),
                source,
                subject,
                publication.key(),
                context.at().toString(),
                context.actor(),
                context.unit(),
                context.correlation(),
                context.traceparent(),
                Json.MAPPER.writeValueAsString(publication.body()));
    }

    public Document toDocument() {
        return Json.toDocument(this);
    }

    public static OutboxEntry read(Document document) {
        return Json.fromDocument(document, OutboxEntry.class);
    }
}
