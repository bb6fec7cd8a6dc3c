package vn.dvk.reporting.running;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.envelope.IncomingEvent;

/** A model's life as the other services would tell it, event by event, a minute apart. */
public final class Model {

    private final String id;
    private final String programme;
    private final Map<String, String> dimensions = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final List<IncomingEvent> events = new ArrayList<>();
    private Instant clock;

    public Model(String programme, Instant first) {
        this(UUID.randomUUID().toString(), programme, first);
    }

    public Model(String id, String programme, Instant first) {
        this.id = id;
        this.programme = programme;
        this.clock = first;
        dimensions.put("unit", "NA-01");
        dimensions.put("field", "KT");
        dimensions.put("kind", "MODEL");
        dimensions.put("subject", "COLLECTIVE");
        dimensions.put("name", "Mô hình " + id.substring(0, 8));
    }

    public String id() {
        return id;
    }

    public List<IncomingEvent> events() {
        return List.copyOf(events);
    }

    public Instant now() {
        return clock;
    }

    /** What its events say of it from now on. */
    public Model with(String dimension, String value) {
        dimensions.put(dimension, value);
        return this;
    }

    public Model submitted(String on) {
        return registration("registration-submitted", on, Map.of());
    }

    public Model returned(String on) {
        return registration("registration-returned", on, Map.of());
    }

    public Model registered(String on) {
        return registration("model-registered", on, Map.of("origin", "NEW", "level", "DISTRICT"));
    }

    public Model amended(String on) {
        return registration("model-amended", on, Map.of());
    }

    public Model withdrawn(String on) {
        return registration("model-withdrawn", on, Map.of());
    }

    public Model opened(String on) {
        return add("vn.dvk.evaluation.process-opened.v1", id, on, Map.of());
    }

    public Model step(String code, int order, String on) {
        var body = body("vn.dvk.evaluation.step-completed.v1", on);
        body.put("step", code).put("order", order);
        return add("vn.dvk.evaluation.step-completed.v1", id, body);
    }

    public Model stepReturned(String code, int order, String on) {
        var body = body("vn.dvk.evaluation.step-returned.v1", on);
        body.put("step", code).put("order", order);
        return add("vn.dvk.evaluation.step-returned.v1", id, body);
    }

    public Model evaluated(String grade, String on) {
        return add("vn.dvk.evaluation.model-evaluated.v1", id, on, Map.of("grade", grade));
    }

    public Model recognized(String recognition, String level, String on) {
        return add("vn.dvk.awards.model-recognized.v1", id, on, Map.of("recognition", recognition, "level", level));
    }

    public Model recognitionRevoked(String recognition, String on) {
        return add("vn.dvk.awards.recognition-revoked.v1", id, on, Map.of("recognition", recognition));
    }

    public Model awarded(String award, String form, String on) {
        return add("vn.dvk.awards.award-granted.v1", id, on, Map.of("award", award, "form", form));
    }

    public Model awardRevoked(String award, String on) {
        return add("vn.dvk.awards.award-revoked.v1", id, on, Map.of("award", award));
    }

    public Model replication(String happening, String replication, String target, String on) {
        var type = "vn.dvk.awards." + happening + ".v1";
        var body = body(type, on);
        body.put("replication", replication).putObject("target").put("unit", target);
        return add(type, replication, body);
    }

    private Model registration(String happening, String on, Map<String, String> more) {
        return add("vn.dvk.registration." + happening + ".v1", id, on, more);
    }

    private Model add(String type, String subject, String on, Map<String, String> more) {
        var body = body(type, on);
        more.forEach(body::put);
        return add(type, subject, body);
    }

    private ObjectNode body(String type, String on) {
        var body = Samples.full(type);
        body.put("model", id)
                .put("code", programme + "-" + id.substring(0, 6))
                .put("programme", programme)
                .put("on", on);
        dimensions.forEach(body::put);
        return body;
    }

    private Model add(String type, String subject, ObjectNode body) {
        var stream = type.split("\\.")[2] + subject;
        var position = positions.merge(stream, 1L, Long::sum);
        events.add(Samples.event(type, subject, id, position, clock, body.toString()));
        clock = clock.plus(Duration.ofMinutes(1));
        return this;
    }
}
