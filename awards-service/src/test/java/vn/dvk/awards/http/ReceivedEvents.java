package vn.dvk.awards.http;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.awards.http.Log.Event;
import vn.dvk.spec.contract.Contracts;

/** What other services have said, made from their released samples. */
final class ReceivedEvents {

    static final String PROGRAMME = "KB-2015-2020";

    private static final AtomicInteger MODELS = new AtomicInteger();

    private final Contracts contracts = Contracts.load();
    private final Log log;
    private final Api api;

    ReceivedEvents(Log log, Api api) {
        this.log = log;
        this.api = api;
    }

    /** One unit of Kim Bảng under the district. */
    void unit(String code, String name, String kind, @Nullable String parent, @Nullable String validTo) {
        var body = sample("vn.dvk.directory.unit.v1");
        body.put("code", code).put("kind", kind).put("validTo", validTo).putNull("validFrom");
        body.putArray("names").addObject().put("name", name).putNull("from").putNull("to");
        var parents = body.putArray("parents");
        if (parent != null) {
            parents.addObject().put("unit", parent).putNull("from").putNull("to");
        }
        body.putArray("successions");
        directory("unit", code, body);
    }

    void programme(String code, String requires, List<String> levels) {
        var body = sample("vn.dvk.directory.programme.v1");
        body.put("code", code).put("recognitionRequires", requires);
        var array = body.putArray("levels");
        levels.forEach(array::add);
        directory("programme", code, body);
    }

    private void directory(String what, String code, ObjectNode body) {
        log.say(new Event("/dvk/directory", "vn.dvk.directory." + what + ".v1", what + ":" + code, 1, body.toString()));
    }

    /** A new model, registered and evaluated as good, whose dossier is here. */
    String evaluatedModel() {
        var model = registeredModel();
        evaluated(model, true);
        await().atMost(Log.PATIENCE)
                .until(() -> api.get("VIEWER", "/api/v1/models/" + model).body().has("evaluated"));
        return model;
    }

    String registeredModel() {
        var model = UUID.randomUUID().toString();
        log.say(submitted(model));
        log.say(registered(model, 2, _ -> {}));
        isHere(model);
        return model;
    }

    void isHere(String model) {
        await().atMost(Log.PATIENCE)
                .until(() -> api.get("VIEWER", "/api/v1/models/" + model).status() == 200);
    }

    void evaluated(String model, boolean passed) {
        var body = about(sample("vn.dvk.evaluation.model-evaluated.v1"), model);
        body.put("passed", passed).put("grade", passed ? "GOOD" : "FAIL");
        log.say(new Event("/dvk/evaluation", "vn.dvk.evaluation.model-evaluated.v1", model, 7, body.toString()));
    }

    Event submitted(String model) {
        var type = "vn.dvk.registration.registration-submitted.v1";
        return new Event(
                "/dvk/registration", type, model, 1, about(sample(type), model).toString());
    }

    Event registered(String model, long position, Consumer<ObjectNode> change) {
        return registration("vn.dvk.registration.model-registered.v1", model, position, change);
    }

    Event amended(String model, long position, Consumer<ObjectNode> change) {
        return registration("vn.dvk.registration.model-amended.v1", model, position, change);
    }

    Event withdrawn(String model, long position) {
        return registration("vn.dvk.registration.model-withdrawn.v1", model, position, _ -> {});
    }

    private Event registration(String type, String model, long position, Consumer<ObjectNode> change) {
        var body = about(sample(type), model);
        change.accept(body);
        contracts.assertValid(type, body.toString());
        return new Event("/dvk/registration", type, model, position, body.toString());
    }

    private static ObjectNode about(ObjectNode body, String model) {
        return body.put("model", model)
                .put("on", body.has("grade") ? "2020-10-20" : "2016-02-01")
                .put("code", "KB-2015-2020/%04d".formatted(MODELS.incrementAndGet()))
                .put("programme", PROGRAMME)
                .put("unit", "HNA-KB");
    }

    private ObjectNode sample(String type) {
        return contracts.samples(type).stream()
                .filter(sample -> sample.label().equals("minimal"))
                .map(sample -> (ObjectNode) Api.JSON.readTree(sample.text()))
                .findFirst()
                .orElseThrow();
    }
}
