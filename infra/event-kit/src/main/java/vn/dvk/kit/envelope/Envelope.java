package vn.dvk.kit.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 in Kafka's binary binding: attributes as headers, the body as it is.
 *
 * @param typePrefix what all event types begin with, for example {@code vn.dvk.}
 * @param schemas    absolute address under which the schemas stand, with a slash at its end: {@code
 *                   vn.dvk.registration.model-registered.v1} has its own at {@code
 *                   <schemas>registration/model-registered.v1.schema.json}
 */
public record Envelope(String typePrefix, String schemas) {

    /** More is no event of anybody's: the contracts know nothing near it. Characters of one attribute. */
    private static final int LONGEST = 1_024;

    /** The same in bytes of a body. */
    public static final int LARGEST = 4 * 1024 * 1024;

    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset=\"?utf-8\"?)?\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,14}");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public Envelope {
        if (!schemas.matches("[a-z][a-z0-9+.-]*://.+/")) {
            throw new IllegalArgumentException("The schemas' address must be absolute and end with /: " + schemas);
        }
    }

    public ProducerRecord<byte[], byte[]> record(String topic, OutboxEntry entry) {
        var headers = new ArrayList<Header>(15);
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", entry.id());
        add(headers, "ce_source", entry.source());
        add(headers, "ce_type", entry.type());
        add(headers, "ce_subject", entry.subject());
        add(headers, "ce_time", entry.at());
        add(headers, "ce_dataschema", schemaOf(entry.type()));
        add(headers, "ce_position", Long.toString(entry.position()));
        add(headers, "ce_actor", entry.actor());
        add(headers, "ce_unit", entry.unit());
        add(headers, "ce_correlation", entry.correlation());
        // Twice: as W3C says for transports, and as an extension, which survives being encoded anew by an SDK.
        add(headers, "ce_traceparent", entry.traceparent());
        add(headers, "traceparent", entry.traceparent());
        add(headers, "content-type", "application/json");
        return new ProducerRecord<>(topic, null, bytes(entry.key()), bytes(entry.body()), headers);
    }

    String schemaOf(String type) {
        var path = type.startsWith(typePrefix) ? type.substring(typePrefix.length()) : type;
        return schemas + path.replaceFirst("\\.", "/") + ".schema.json";
    }

    private static void add(List<Header> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(new RecordHeader(name, bytes(value)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param record with its key as bytes or as text
     * @throws Unreadable if it is no event, or too damaged to say which stream it belongs to
     */
    public static IncomingEvent read(ConsumerRecord<?, byte[]> record) {
        var body = record.value();
        if (body == null) {
            throw new Unreadable("the record has no body");
        }
        if (body.length > LARGEST) {
            throw new Unreadable("the body has %d bytes, more than %d".formatted(body.length, LARGEST));
        }
        var headers = record.headers();
        if (!"1.0".equals(text(headers, "ce_specversion"))) {
            throw new Unreadable("ce_specversion must be 1.0");
        }
        var contentType = text(headers, "content-type");
        if (contentType == null || !JSON.matcher(contentType).matches()) {
            throw new Unreadable("content-type must be application/json, not " + contentType);
        }
        var trace = text(headers, "ce_traceparent");
        return new IncomingEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                key(record),
                required(headers, "ce_id"),
                required(headers, "ce_source"),
                required(headers, "ce_type"),
                required(headers, "ce_subject"),
                position(headers),
                time(headers),
                Instant.ofEpochMilli(record.timestamp()),
                required(headers, "ce_actor"),
                text(headers, "ce_unit"),
                required(headers, "ce_correlation"),
                trace == null ? text(headers, "traceparent") : trace,
                body);
    }

    private static String key(ConsumerRecord<?, byte[]> record) {
        return switch (record.key()) {
            case byte[] key -> new String(key, StandardCharsets.UTF_8);
            case String key -> key;
            case null, default -> required(record.headers(), "ce_subject");
        };
    }

    /** Counted from 1: anything less would look like something seen long ago. */
    private static long position(Headers headers) {
        var text = required(headers, "ce_position");
        if (!POSITION.matcher(text).matches()) {
            throw new Unreadable("ce_position must be a whole number from 1, not " + text);
        }
        return Long.parseLong(text);
    }

    private static Instant time(Headers headers) {
        var text = required(headers, "ce_time");
        try {
            var time = Instant.parse(text);
            if (time.isAfter(Instant.EPOCH) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException _) {
            // said below
        }
        throw new Unreadable("ce_time must be a time since 1970 in RFC 3339 form, not " + text);
    }

    private static String required(Headers headers, String name) {
        var value = text(headers, name);
        if (value == null || value.isBlank()) {
            throw new Unreadable("the header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header found = null;
        for (var header : headers) { // asked by name, Kafka's own goes through them by a slower way
            if (header.key().equals(name)) {
                if (found != null) {
                    throw new Unreadable("the header " + name + " is there twice");
                }
                found = header;
            }
        }
        var value = found == null ? null : found.value();
        if (value == null) {
            return null;
        }
        var text = Utf8.strict(value);
        if (text == null || text.length() > LONGEST || hasControl(text)) {
            throw new Unreadable("the header " + name + " is too long or has bytes that are no text");
        }
        return text;
    }

    private static boolean hasControl(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Not one of our events, or damaged beyond knowing whose it is: goes to the dead letters as it came. */
    public static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreadable(String what) {
            super(what);
        }
    }
}
