package vn.dvk.evaluation.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.dvk.evaluation.EvaluationApplication;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** The one running service that most tests ask, and what they need of it. Each brings programmes and models of its own. */
public final class Evaluations {

    public static final RunningService SERVICE = withTheTermsKnown();
    public static final Topic OURS = Topic.named("dvk.evaluation.v1");

    private static final String TERM = "vn.dvk.directory.term.v1";
    private static final String PROGRAMME = "vn.dvk.directory.programme.v1";
    private static final String REGISTERED = "vn.dvk.registration.model-registered.v1";

    private Evaluations() {}

    private static RunningService withTheTermsKnown() {
        var service = RunningService.shared(EvaluationApplication.class);
        Topic.publish(Stream.concat(
                        Stream.of("PLAN", "MINUTES", "PHOTO", "PROPOSAL", "REPORT")
                                .map(code -> term("evidence-kind", code)),
                        Stream.of("EXCELLENT", "GOOD", "FAIR", "PASS", "FAIL", "DAT", "KHONG_DAT")
                                .map(code -> term("grade", code)))
                .toList());
        service.awaitCaughtUp();
        return service;
    }

    /** As the directory tells of it. */
    public static SampleEvent term(String vocabulary, String code) {
        return SampleEvent.minimal(TERM)
                .subject("term:" + vocabulary + ":" + code)
                .with("vocabulary", vocabulary)
                .with("code", code)
                .with("shippedTerms", 1);
    }

    /** A programme nobody else uses, with the five default steps. */
    public static String newProgramme() {
        var code = newProgrammeCode();
        Topic.publish(programme(code));
        Awaitility.await()
                .untilAsserted(
                        () -> get("/api/v1/programmes/" + code + "/rubrics").is(200));
        return code;
    }

    public static String newProgrammeCode() {
        return "P-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    /** As the directory tells of it. */
    public static SampleEvent programme(String code) {
        return SampleEvent.full(PROGRAMME)
                .subject("programme:" + code)
                .with("code", code)
                .with("steps", Json.MAPPER.readTree(Bodies.FIVE_STEPS))
                .without("reportRhythm")
                .without("historic");
    }

    public static String newModelId() {
        return UUID.randomUUID().toString();
    }

    /** As registration tells of it, first in its stream. */
    public static SampleEvent registered(String model, String programme) {
        return SampleEvent.minimal(REGISTERED).about(model).with("programme", programme);
    }

    /** A registered model whose process is open. */
    public static String newModel(String programme) {
        var model = newModelId();
        Topic.publish(registered(model, programme));
        awaitOpen(model);
        return model;
    }

    public static void awaitOpen(String model) {
        Awaitility.await().untilAsserted(() -> get(evaluation(model)).is(200));
    }

    public static String evaluation(String model) {
        return "/api/v1/evaluations/" + model;
    }

    /** As anybody may read it. */
    public static ApiResponse get(String path) {
        return SERVICE.as("VIEWER").get(path);
    }

    /** Turns the pages of a list to its end. */
    public static List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var more = path;
        while (true) {
            var page = get(more).is(200).json();
            page.path("items").forEach(items::add);
            if (!page.has("next")) {
                return items;
            }
            more = path + (path.contains("?") ? "&" : "?") + "cursor="
                    + page.path("next").asString();
        }
    }

    public static JsonNode history(String model) {
        return get(evaluation(model) + "/history").is(200).json();
    }

    /** The waiting stream of this subject, or null. */
    public static @Nullable JsonNode waiting(String subject) {
        for (var item : get("/api/v1/operations/waiting").is(200).json().path("items")) {
            if (item.path("subject").asString().equals(subject)) {
                return item;
            }
        }
        return null;
    }

    /** Carries the model to its conclusion: step three, the superior's score, the council. */
    public static void conclude(String model) {
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/CARRY_OUT/completion", Bodies.COMPLETION)
                .is(200);
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/scores/superior", Bodies.SCORE)
                .is(200);
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/conclusion", Bodies.CONCLUSION)
                .is(200);
    }
}
