package vn.dvk.spec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.contract.Contracts;
import vn.dvk.spec.contract.PublishedRecord;
import vn.dvk.spec.contract.Sample;

/**
 * An event as another service publishes it, made of a released sample. Never changes: {@link #about}, {@link #at} and
 * the like return another event. Its headers are written here and not by the kit, as by a service that has never heard
 * of the kit.
 *
 * <pre>{@code
 * Topic.publish(SampleEvent.minimal("vn.dvk.registration.model-registered.v1").about(model).at(2).with("unit", "NA"));
 * }</pre>
 *
 * @param position place in its stream, 1 unless said otherwise
 */
public record SampleEvent(
        Origin origin,
        String type,
        String subject,
        long position,
        Instant time,
        String actor,
        String correlation,
        ObjectNode body) {

    /**
     * Which installation it is from.
     *
     * @param topics what its topics are called here before their own name; empty for our own
     */
    public record Origin(String installation, String topics) {

        /** As all services of the tests are. */
        public static final Origin OWN = new Origin(RunningService.INSTALLATION, "");
    }

    /** The contracts on the class path. */
    public static final Contracts CONTRACTS = Contracts.load();

    /** The released sample with the required fields only. */
    public static SampleEvent minimal(String type) {
        return sample(type, "minimal");
    }

    /** The released sample with every field. */
    public static SampleEvent full(String type) {
        return sample(type, "full");
    }

    private static SampleEvent sample(String type, String label) {
        var text = CONTRACTS.samples(type).stream()
                .filter(sample -> sample.label().equals(label))
                .map(Sample::text)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " has no " + label + " sample"));
        return of(type, (ObjectNode) Json.MAPPER.readTree(text));
    }

    /** An event with any body, about the model in it. */
    public static SampleEvent of(String type, ObjectNode body) {
        var subject = body.path("model").asString("subject");
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new SampleEvent(Origin.OWN, type, subject, 1, now, "tester", "test-" + subject, body);
    }

    /** About this model, which is also its subject. */
    public SampleEvent about(String model) {
        return subject(model).with("model", model);
    }

    /** In the stream of something that is no model, for example {@code unit:NA-01}. */
    public SampleEvent subject(String other) {
        return new SampleEvent(origin, type, other, position, time, actor, "test-" + other, body);
    }

    /** As another installation's service publishes it, and a mirror brings it here. */
    public SampleEvent from(Origin other) {
        return new SampleEvent(other, type, subject, position, time, actor, correlation, body);
    }

    public SampleEvent at(long other) {
        return new SampleEvent(origin, type, subject, other, time, actor, correlation, body);
    }

    public SampleEvent recordedAt(Instant other) {
        return new SampleEvent(origin, type, subject, position, other, actor, correlation, body);
    }

    /** With this field of the body; null is written as null. */
    public SampleEvent with(String field, @Nullable Object value) {
        var changed = body.deepCopy();
        changed.set(field, Json.MAPPER.valueToTree(value));
        return new SampleEvent(origin, type, subject, position, time, actor, correlation, changed);
    }

    public SampleEvent without(String field) {
        var changed = body.deepCopy();
        changed.remove(field);
        return new SampleEvent(origin, type, subject, position, time, actor, correlation, changed);
    }

    /** The same event is published under the same id, however often. */
    public String id() {
        return UUID.nameUUIDFromBytes((type + '|' + subject + '|' + position).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public String source() {
        return "/dvk/" + origin.installation() + "/" + type.split("\\.")[2];
    }

    public String topic() {
        return origin.topics() + CONTRACTS.topicOf(type);
    }

    /** By which readers want order: the model, or the subject of what belongs to no model. */
    public String key() {
        return body.path("model").asString(subject);
    }

    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id());
        headers.put("ce_source", source());
        headers.put("ce_type", type);
        headers.put("ce_subject", subject);
        headers.put("ce_time", time.toString());
        if (CONTRACTS.types().contains(type)) {
            headers.put("ce_dataschema", CONTRACTS.schemaOf(type).path("$id").asString());
        }
        headers.put("ce_position", Long.toString(position));
        headers.put("ce_actor", actor);
        headers.put("ce_correlation", correlation);
        headers.put("content-type", "application/json");
        return headers;
    }

    /** As it lies on its topic where it was published. */
    public PublishedRecord published() {
        return new PublishedRecord(CONTRACTS.topicOf(type), key(), headers(), Json.MAPPER.writeValueAsString(body));
    }

    /** As it is sent. Its headers can still be changed: that is how a record with one thing wrong is made. */
    public ProducerRecord<String, byte[]> record() {
        var record = new ProducerRecord<>(topic(), key(), Json.MAPPER.writeValueAsBytes(body));
        headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** As the intake reads it, for tests without a broker: appended when it was recorded. */
    public IncomingEvent incoming() {
        return incoming(time);
    }

    /** As the intake reads it from a log that had it at that time. */
    public IncomingEvent incoming(Instant appended) {
        var sent = record();
        return Envelope.read(new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                appended.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                sent.key().getBytes(StandardCharsets.UTF_8),
                sent.value(),
                sent.headers(),
                Optional.empty()));
    }

    /** @throws AssertionError if a service that keeps its contract could not have published it */
    SampleEvent valid() {
        var wrong = CONTRACTS.validate(published());
        if (!wrong.isEmpty()) {
            throw new AssertionError(
                    "No service would publish this as " + type + ":\n  - " + String.join("\n  - ", wrong));
        }
        return this;
    }
}
