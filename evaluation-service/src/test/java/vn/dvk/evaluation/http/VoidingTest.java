package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.running.Evaluations.OURS;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.conclude;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.SampleEvent;

/** A conclusion is taken back, and the world is told which. */
class VoidingTest {

    private static final String VOIDING = "{\"reason\":\"Phiếu chấm điểm của một mô hình khác\",\"on\":\"2024-06-17\"}";

    private final String model = newModel(newProgramme());
    private final String path = evaluation(model) + "/conclusion";

    @Test
    void one_conclusion_is_taken_back_and_another_one_follows() {
        conclude(model);
        SERVICE.as("REVIEWER").post(path + "/void", VOIDING).is(200);
        assertThat(get(evaluation(model)).json().has("conclusion")).isFalse();
        assertThat(get(evaluation(model)).text("state")).isEqualTo("OPEN");
        SERVICE.as("REVIEWER")
                .post(path + "/void", VOIDING.replace("06-17", "06-18"))
                .is(409, "not-concluded");

        SERVICE.as("COUNCIL")
                .post(path, Bodies.CONCLUSION.replace("06-14", "06-25"))
                .is(200);
        assertThat(get(evaluation(model)).json().path("conclusion").path("id").asString())
                .isEqualTo("2");

        var published = OURS.awaitEvents(model, 8);
        published.forEach(SampleEvent.CONTRACTS::assertValid);
        assertThat(published.subList(2, 8))
                .extracting(event -> event.headers().get("ce_type"))
                .containsExactly(
                        "vn.dvk.evaluation.model-evaluated.v1",
                        "vn.dvk.evaluation.step-completed.v1",
                        "vn.dvk.evaluation.conclusion-voided.v1",
                        "vn.dvk.evaluation.step-returned.v1",
                        "vn.dvk.evaluation.model-evaluated.v1",
                        "vn.dvk.evaluation.step-completed.v1");
        assertThat(body(published.get(2).body()).path("conclusion").asString()).isEqualTo("1");
        var voided = body(published.get(4).body());
        assertThat(voided.path("conclusion").asString()).isEqualTo("1");
        assertThat(voided.path("on").asString()).isEqualTo("2024-06-17");
        assertThat(body(published.get(6).body()).path("conclusion").asString()).isEqualTo("2");
    }

    @Test
    void it_is_not_taken_back_before_it_was_drawn() {
        conclude(model);
        SERVICE.as("REVIEWER")
                .post(path + "/void", VOIDING.replace("06-17", "06-13"))
                .is(422, "before-conclusion")
                .fault("on", "before-conclusion");
    }

    private static JsonNode body(String text) {
        return Json.MAPPER.readTree(text);
    }
}
