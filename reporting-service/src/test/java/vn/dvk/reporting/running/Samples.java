package vn.dvk.reporting.running;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.spec.contract.Contracts;

/** Events made of the released samples. */
public final class Samples {

    public static final Contracts CONTRACTS = Contracts.load();

    private static final JsonMapper JSON = new JsonMapper();

    private Samples() {}

    /** The released full sample of an event. */
    public static ObjectNode full(String type) {
        return CONTRACTS.samples(type).stream()
                .filter(sample -> sample.label().equals("full"))
                .map(sample -> (ObjectNode) JSON.readTree(sample.text()))
                .findFirst()
                .orElseThrow();
    }

    public static IncomingEvent event(
            String type, String subject, String key, long position, Instant time, String body) {
        var service = type.split("\\.")[2];
        return new IncomingEvent(
                "dvk." + service + ".v1",
                0,
                0,
                key,
                UUID.nameUUIDFromBytes((service + subject + position).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                "/dvk/" + service,
                type,
                subject,
                position,
                time,
                "tester",
                null,
                "test-" + subject,
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
