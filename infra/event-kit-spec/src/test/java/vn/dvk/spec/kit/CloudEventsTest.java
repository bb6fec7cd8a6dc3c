package vn.dvk.spec.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.extensions.DistributedTracingExtension;
import io.cloudevents.core.provider.ExtensionProvider;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.OutboxEntry;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.kit.envelope.RequestContext;

/**
 * What the kit puts on a topic, read with the official SDK and judged by the letter of CloudEvents 1.0. The SDK lets
 * some of it pass, so what it does not judge is judged here.
 */
class CloudEventsTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String TYPE = "vn.dvk.registration.model-registered.v1";
    private static final Envelope ENVELOPE = new Envelope("vn.dvk.", "https://dvk.example/contracts/");

    @Test
    void every_required_attribute_is_there_and_well_formed() {
        var event = read(written("NA", TRACE));

        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo("e-1");
        assertThat(event.getSource()).hasToString("/dvk/local/registration");
        assertThat(event.getType()).isEqualTo(TYPE);
        assertThat(wrong(event)).isEmpty();
    }

    @Test
    void so_are_the_optional_ones() {
        var event = read(written("NA", TRACE));

        assertThat(event.getSubject()).isEqualTo("m-1");
        assertThat(event.getTime()).isEqualTo("2024-06-14T08:00:00Z");
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getDataSchema())
                .hasToString("https://dvk.example/contracts/registration/model-registered.v1.schema.json");
        assertThat(new String(Objects.requireNonNull(event.getData()).toBytes(), UTF_8))
                .isEqualTo("{\"name\":\"Tự quản\"}");
    }

    @Test
    void the_trace_is_an_extension_that_the_sdk_knows() {
        var trace = ExtensionProvider.getInstance()
                .parseExtension(DistributedTracingExtension.class, read(written("NA", TRACE)));

        assertThat(trace).isNotNull().extracting(one -> one.getTraceparent()).isEqualTo(TRACE);
    }

    @Test
    void the_header_that_w3c_names_for_transports_is_there_as_well() {
        assertThat(written("NA", TRACE).headers().lastHeader("traceparent").value())
                .isEqualTo(TRACE.getBytes(UTF_8));
    }

    @Test
    void what_is_not_known_is_not_there() {
        var event = read(written(null, null));

        assertThat(event.getExtensionNames()).containsExactlyInAnyOrder("position", "actor", "correlation");
        assertThat(wrong(event)).isEmpty();
    }

    @Test
    void it_survives_being_passed_on_by_the_sdk() {
        var event = read(written("NA", TRACE));
        var again = read(KafkaMessageFactory.<byte[]>createWriter("elsewhere").writeBinary(event));

        assertThat(again).isEqualTo(event);
        assertThat(again.getExtensionNames())
                .containsExactlyInAnyOrder("position", "actor", "unit", "correlation", "traceparent");
    }

    @Test
    void this_judge_can_be_displeased() {
        var damaged = written("NA", TRACE);
        damaged.headers().remove("ce_source");
        assertThatThrownBy(() -> read(damaged)).isInstanceOf(RuntimeException.class);

        var relative = written("NA", TRACE);
        set(relative.headers(), "ce_dataschema", "/contracts/registration.schema.json");
        set(relative.headers(), "ce_anextensionwithalongname", "x");
        assertThat(wrong(read(relative)))
                .containsExactlyInAnyOrder(
                        "dataschema is not absolute: /contracts/registration.schema.json",
                        "the extension's name is too long: anextensionwithalongname");

        var named = written("NA", TRACE);
        set(named.headers(), "ce_dvk_unit", "x");
        assertThatThrownBy(() -> read(named)).isInstanceOf(CloudEventRWException.class);
    }

    /** What the SDK does not look at. */
    private static List<String> wrong(CloudEvent event) {
        var wrong = new ArrayList<String>();
        Map.of(
                        "id", event.getId(),
                        "type", event.getType(),
                        "source", event.getSource().toString())
                .forEach((name, value) -> {
                    if (value.isBlank()) {
                        wrong.add(name + " is empty");
                    }
                });
        var schema = event.getDataSchema();
        if (schema != null && !schema.isAbsolute()) {
            wrong.add("dataschema is not absolute: " + schema);
        }
        if (event.getSubject() != null && event.getSubject().isEmpty()) {
            wrong.add("subject is empty");
        }
        for (var name : event.getExtensionNames()) {
            if (!name.matches("[a-z0-9]+")) {
                wrong.add("the extension's name is malformed: " + name);
            } else if (name.length() > 20) {
                wrong.add("the extension's name is too long: " + name);
            }
        }
        return wrong;
    }

    private static ProducerRecord<byte[], byte[]> written(@Nullable String unit, @Nullable String trace) {
        var context =
                new RequestContext("canbo", unit, "c-1", trace, null, null, Instant.parse("2024-06-14T08:00:00Z"));
        var publication = new Publication(TYPE, "m-1", Map.of("name", "Tự quản"));
        return ENVELOPE.record(
                "dvk.registration.v1",
                OutboxEntry.of("/dvk/local/registration", "m-1", 3, "e-1", publication, context));
    }

    private static CloudEvent read(ProducerRecord<?, byte[]> sent) {
        var received = new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
        return KafkaMessageFactory.createReader(received).toEvent();
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
