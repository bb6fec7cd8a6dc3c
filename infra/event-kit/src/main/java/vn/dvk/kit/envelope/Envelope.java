package vn.dvk.kit.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary binding: attributes as headers, the body as it is. */
public final class Envelope {

    private Envelope() {}

    /** @param entry an outbox entry, see {@link vn.dvk.kit.relay.Outbox#entry} */
    public static ProducerRecord<String, byte[]> record(String topic, Document entry) {
        var type = entry.getString("type");
        var headers = new java.util.ArrayList<Header>(14);
        headers.add(header("ce_specversion", "1.0"));
        headers.add(header("ce_id", entry.getString("id")));
        headers.add(header("ce_source", entry.getString("source")));
        headers.add(header("ce_type", type));
        headers.add(header("ce_subject", entry.getString("subject")));
        headers.add(header("ce_time", entry.getString("at")));
        headers.add(header("ce_dataschema", schemaOf(type)));
        headers.add(header("ce_position", String.valueOf(entry.get("position"))));
        headers.add(header("ce_actor", entry.getString("actor")));
        headers.add(header("ce_correlation", entry.getString("correlation")));
        addIfPresent(headers, "ce_unit", entry.getString("unit"));
        addIfPresent(headers, "traceparent", entry.getString("traceparent"));
        headers.add(header("content-type", "application/json"));
        return new ProducerRecord<>(
                topic, null, entry.getString("key"), entry.getString("body").getBytes(StandardCharsets.UTF_8), headers);
    }

    /** {@code vn.dvk.registration.model-registered.v1} has its schema at {@code /contracts/registration/model-registered.v1.schema.json}. */
    static String schemaOf(String type) {
        var path = type.startsWith("vn.dvk.") ? type.substring("vn.dvk.".length()) : type;
        return "/contracts/" + path.replaceFirst("\\.", "/") + ".schema.json";
    }

    /**
     * @throws Unreadable if an attribute that every event must have is missing or malformed
     */
    public static IncomingEvent read(
            String topic, int partition, long offset, @Nullable String key, Map<String, byte[]> headers, byte[] body) {
        try {
            return new IncomingEvent(
                    topic,
                    partition,
                    offset,
                    key == null ? required(headers, "ce_subject") : key,
                    required(headers, "ce_id"),
                    required(headers, "ce_source"),
                    required(headers, "ce_type"),
                    required(headers, "ce_subject"),
                    position(headers),
                    Instant.parse(required(headers, "ce_time")),
                    required(headers, "ce_actor"),
                    text(headers, "ce_unit"),
                    required(headers, "ce_correlation"),
                    text(headers, "traceparent"),
                    body);
        } catch (NumberFormatException | java.time.format.DateTimeParseException e) {
            throw new Unreadable("ce_position or ce_time is malformed: " + e.getMessage());
        }
    }

    /** Counted from 1: anything less would look like something seen long ago. */
    private static long position(Map<String, byte[]> headers) {
        var position = Long.parseLong(required(headers, "ce_position"));
        if (position < 1) {
            throw new Unreadable("ce_position is less than 1: " + position);
        }
        return position;
    }

    private static String required(Map<String, byte[]> headers, String name) {
        var value = text(headers, name);
        if (value == null || value.isEmpty()) {
            throw new Unreadable("the header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Map<String, byte[]> headers, String name) {
        var value = headers.get(name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static void addIfPresent(List<Header> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(header(name, value));
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Not one of our events, or damaged beyond knowing whose it is: goes to the dead letters as it came. */
    public static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what);
        }
    }
}
