package vn.dvk.reporting.card;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Json;

/**
 * One event of a model's life: what the envelope says, and our reading of the body.
 *
 * @param service  the service it comes from: {@code registration}, {@code evaluation}, {@code awards}
 * @param position place in the stream {@code service + subject}
 * @param time     when it was recorded, to the millisecond
 */
public record CardEvent(
        String id,
        String service,
        String subject,
        long position,
        String type,
        Instant time,
        String actor,
        String correlation,
        About about,
        Happening what) {

    /**
     * As it is kept in the card: envelope and body as they came.
     *
     * @throws RuntimeException if the body cannot be read as what its type promises; nothing has been changed then
     */
    public static Document kept(IncomingEvent event) {
        var body = event.as(Document.class);
        var kept = new Document("id", event.id())
                .append("service", event.source().substring(event.source().lastIndexOf('/') + 1))
                .append("subject", event.subject())
                .append("position", event.position())
                .append("type", event.type())
                .append("time", Date.from(event.time()))
                .append("actor", event.actor())
                .append("correlation", event.correlation())
                .append("body", body);
        read(kept);
        return kept;
    }

    public static CardEvent read(Document kept) {
        var type = kept.getString("type");
        var body = kept.get("body", Document.class);
        return new CardEvent(
                kept.getString("id"),
                kept.getString("service"),
                kept.getString("subject"),
                kept.get("position", Number.class).longValue(),
                type,
                kept.getDate("time").toInstant(),
                kept.getString("actor"),
                kept.getString("correlation"),
                Json.fromDocument(body, About.class),
                Json.fromDocument(body, WireNames.reading(type)));
    }
}
