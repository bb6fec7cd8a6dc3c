package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvk.spec.kit.Fixtures.ENVELOPE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.OutboxEntry;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.spec.sample.Dossiers;

/** CloudEvents in Kafka's binary binding, out and in. */
class EnvelopeTest {

    private static final Instant APPENDED = Instant.parse("2026-11-27T03:00:00.123Z");

    private static final RequestContext CAUSE = new RequestContext(
            "canbo",
            "NA",
            "correlation",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            null,
            null,
            java.time.Instant.parse("2024-06-30T01:02:03.456789Z"));

    @Test
    void what_is_written_is_read() {
        var incoming = read(headers());

        assertThat(incoming.type()).isEqualTo(Dossiers.NOTED);
        assertThat(incoming.source()).isEqualTo("/dvk/local/sample");
        assertThat(incoming.subject()).isEqualTo("subject");
        assertThat(incoming.position()).isEqualTo(7);
        assertThat(incoming.time()).isEqualTo(CAUSE.at());
        assertThat(incoming.actor()).isEqualTo("canbo");
        assertThat(incoming.unit()).isEqualTo("NA");
        assertThat(incoming.correlation()).isEqualTo("correlation");
        assertThat(incoming.traceparent()).isEqualTo(CAUSE.traceparent());
        assertThat(incoming.as(There.Text.class).text()).isEqualTo("Dân vận khéo");
    }

    /** Reserved for an audit: whoever reads without it reads the same with it. */
    @Test
    void the_hash_of_the_event_before_is_passed_over() {
        var headers = headers();
        headers.put("ce_previous", "0a".repeat(32));

        assertThat(read(headers)).usingRecursiveComparison().isEqualTo(read(headers()));
    }

    @Test
    void the_attributes_are_those_of_the_contract() {
        assertThat(headers().keySet())
                .containsExactly(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "ce_dataschema",
                        "ce_position",
                        "ce_actor",
                        "ce_unit",
                        "ce_correlation",
                        "ce_traceparent",
                        "traceparent",
                        "content-type");
        assertThat(headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_dataschema", "https://dvk.example/contracts/sample/dossier-noted.v1.schema.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_id",
                "ce_source",
                "ce_type",
                "ce_subject",
                "ce_position",
                "ce_time",
                "ce_actor",
                "ce_correlation"
            })
    void without_what_every_event_must_have_it_cannot_be_read(String name) {
        var headers = headers();
        headers.remove(name);

        assertThatThrownBy(() -> read(headers))
                .isInstanceOf(Envelope.Unreadable.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_position,one",
        "ce_position,0",
        "ce_position,-1",
        "ce_position,+1",
        "ce_position,1.0",
        "ce_position,9223372036854775807",
        "ce_time,yesterday",
        "ce_time,0001-01-01T00:00:00Z",
        "ce_time,+12024-01-01T00:00:00Z",
        "ce_specversion,0.3",
        "content-type,application/yaml",
        "content-type,application/cloudevents+json",
        "ce_subject,a\u0000b"
    })
    void a_malformed_attribute_cannot_be_read(String name, String value) {
        var headers = headers();
        headers.put(name, value);

        assertThatThrownBy(() -> read(headers))
                .isInstanceOf(Envelope.Unreadable.class)
                .hasMessageContaining(name);
    }

    @Test
    void without_a_body_or_with_one_header_twice_it_cannot_be_read() {
        var twice = new RecordHeaders();
        headers().forEach((name, value) -> twice.add(name, value.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> read(twice, null)).hasMessageContaining("no body");

        twice.add("ce_id", "other".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(twice, new byte[] {'{', '}'}))
                .isInstanceOf(Envelope.Unreadable.class)
                .hasMessageContaining("ce_id is there twice");
    }

    @Test
    void a_header_that_is_no_utf8_cannot_be_read() {
        var headers = new RecordHeaders();
        headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        headers.remove("ce_subject");
        headers.add("ce_subject", new byte[] {(byte) 0xC0, (byte) 0x80});

        assertThatThrownBy(() -> read(headers, new byte[] {'{', '}'})).hasMessageContaining("ce_subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"a\\u0000b\":1}",
                "\ufeff{}",
            })
    void a_body_that_no_store_can_hold_is_told(String body) {
        var headers = new RecordHeaders();
        headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));

        assertThat(read(headers, body.getBytes(StandardCharsets.UTF_8)).bodyFault())
                .isNotNull();
        assertThat(read(headers, new byte[] {(byte) 0xff}).bodyFault()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"\\ud83d\\ude00 \\\\ud800 \\n é\"}", "{\"a\":\"😀 \\u00e9\"}", "{}"})
    void a_body_with_whole_characters_is_fine(String body) {
        var headers = new RecordHeaders();
        headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));

        assertThat(read(headers, body.getBytes(StandardCharsets.UTF_8)).bodyFault())
                .isNull();
    }

    /** Whatever the clock of the service says that recorded it. */
    @Test
    void it_was_known_when_the_log_had_it() {
        assertThat(read(headers()).appended())
                .isEqualTo(APPENDED)
                .isNotEqualTo(read(headers()).time());
    }

    private static Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        ENVELOPE.record("topic", entry())
                .headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static OutboxEntry entry() {
        var publication = new Publication(Dossiers.NOTED, "key", new There.Text("Dân vận khéo"));
        return OutboxEntry.of("/dvk/local/sample", "subject", 7, "id", publication, CAUSE);
    }

    private static IncomingEvent read(Map<String, String> headers) {
        var raw = new RecordHeaders();
        headers.forEach((name, value) -> raw.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return read(raw, ENVELOPE.record("topic", entry()).value());
    }

    private static IncomingEvent read(Headers headers, byte @Nullable [] body) {
        return Envelope.read(new ConsumerRecord<>(
                "topic",
                0,
                0,
                APPENDED.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                "key".getBytes(StandardCharsets.UTF_8),
                body,
                headers,
                Optional.empty()));
    }
}
