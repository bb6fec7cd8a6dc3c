package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.relay.Outbox;
import vn.dvk.spec.sample.Dossiers;

/** CloudEvents in Kafka's binary binding, out and in. */
class EnvelopeTest {

    private static final RequestContext CAUSE = new RequestContext(
            "canbo",
            "NA",
            "correlation",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            null,
            java.time.Instant.parse("2024-06-30T01:02:03.456789Z"));

    @Test
    void what_is_written_is_read() {
        var incoming = read(headers());

        assertThat(incoming.type()).isEqualTo(Dossiers.NOTED);
        assertThat(incoming.source()).isEqualTo("/dvk/sample");
        assertThat(incoming.subject()).isEqualTo("subject");
        assertThat(incoming.position()).isEqualTo(7);
        assertThat(incoming.time()).isEqualTo(CAUSE.at());
        assertThat(incoming.actor()).isEqualTo("canbo");
        assertThat(incoming.unit()).isEqualTo("NA");
        assertThat(incoming.correlation()).isEqualTo("correlation");
        assertThat(incoming.traceparent()).isEqualTo(CAUSE.traceparent());
        assertThat(incoming.as(There.Text.class).text()).isEqualTo("Dân vận khéo");
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
                        "ce_correlation",
                        "ce_unit",
                        "traceparent",
                        "content-type");
        assertThat(headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_dataschema", "/contracts/sample/dossier-noted.v1.schema.json");
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
    @CsvSource({"ce_position,one", "ce_position,0", "ce_position,-1", "ce_time,yesterday"})
    void a_malformed_attribute_cannot_be_read(String name, String value) {
        var headers = headers();
        headers.put(name, value);

        assertThatThrownBy(() -> read(headers))
                .isInstanceOf(Envelope.Unreadable.class)
                .hasMessageContaining(name);
    }

    private static Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        Envelope.record("topic", entry())
                .headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static org.bson.Document entry() {
        var publication = new Publication(Dossiers.NOTED, "key", new There.Text("Dân vận khéo"));
        return Outbox.entry("/dvk/sample", "subject", 7, "id", publication, CAUSE);
    }

    private static IncomingEvent read(Map<String, String> headers) {
        var raw = new LinkedHashMap<String, byte[]>();
        headers.forEach((name, value) -> raw.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return Envelope.read(
                "topic", 0, 0, "key", raw, Envelope.record("topic", entry()).value());
    }
}
