package vn.dvk.faults.kind;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Events on registration's topic that registration has not written, as the contracts would have them; to be spoiled. */
final class Stranger {

    static final String TOPIC = "dvk.registration.v1";
    static final String SUBMITTED = "vn.dvk.registration.registration-submitted.v1";
    static final String RETURNED = "vn.dvk.registration.registration-returned.v1";
    static final String REGISTERED = "vn.dvk.registration.model-registered.v1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private Stranger() {}

    /** What registration tells of a model, with what the event says besides. */
    static byte[] body(Map<String, Object> dimensions, Map<String, Object> more) {
        var body = new TreeMap<String, Object>(dimensions);
        body.putAll(more);
        return JSON.writeValueAsBytes(body);
    }

    static ProducerRecord<byte[], byte[]> event(String model, String type, long position, byte[] body) {
        return new ProducerRecord<>(TOPIC, null, model.getBytes(UTF_8), body, headers(model, type, position));
    }

    /** @param partition to be put there whatever its key says */
    static ProducerRecord<byte[], byte[]> record(
            int partition, String model, byte @Nullable [] body, List<Header> headers) {
        return new ProducerRecord<>(TOPIC, partition, model.getBytes(UTF_8), body, headers);
    }

    static List<Header> headers(String model, String type, long position) {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", "stranger-" + model + "-" + position),
                header("ce_source", "/dvk/local/registration"),
                header("ce_type", type),
                header("ce_subject", model),
                header("ce_time", "2024-03-01T02:00:00Z"),
                header("ce_position", Long.toString(position)),
                header("ce_actor", "stranger"),
                header("ce_correlation", "stranger-" + model),
                header("content-type", "application/json"));
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
