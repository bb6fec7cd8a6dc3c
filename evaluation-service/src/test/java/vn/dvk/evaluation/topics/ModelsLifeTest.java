package vn.dvk.evaluation.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.evaluation.running.Evaluations.OURS;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;
import vn.dvk.spec.contract.PublishedRecord;

/** From registration to recognition, with everybody's events on a real broker. */
class ModelsLifeTest {

    @Test
    void a_model_goes_through_its_steps_and_the_world_is_told() {
        var model = newModel(newProgramme());
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/CARRY_OUT/completion", Bodies.COMPLETION)
                .is(200);
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/scores/self", Bodies.SCORE)
                .is(200);
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/scores/superior", Bodies.SCORE)
                .is(200);
        SERVICE.as("REVIEWER")
                .post(evaluation(model) + "/steps/CARRY_OUT/return", Bodies.RETURN)
                .is(200);
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/CARRY_OUT/completion", Bodies.COMPLETION.replace("03-29", "04-20"))
                .is(200);
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/conclusion", Bodies.CONCLUSION)
                .is(200);
        Topic.publish(SampleEvent.minimal("vn.dvk.awards.model-recognized.v1").about(model));

        var published = OURS.awaitEvents(model, 7);

        published.forEach(SampleEvent.CONTRACTS::assertValid);
        assertThat(published)
                .extracting(record -> record.headers().get("ce_type"))
                .containsExactly(
                        "vn.dvk.evaluation.process-opened.v1",
                        "vn.dvk.evaluation.step-completed.v1",
                        "vn.dvk.evaluation.step-returned.v1",
                        "vn.dvk.evaluation.step-completed.v1",
                        "vn.dvk.evaluation.model-evaluated.v1",
                        "vn.dvk.evaluation.step-completed.v1",
                        "vn.dvk.evaluation.step-completed.v1");
        assertThat(published)
                .extracting(record -> record.headers().get("ce_position"))
                .isEqualTo(List.of("1", "2", "3", "4", "5", "6", "7"));
        assertThat(fields(published.get(1), "step", "order", "on", "due", "late", "last"))
                .isEqualTo("CARRY_OUT 3 2024-03-29 2024-04-05 false false");
        assertThat(fields(published.get(3), "step", "on", "late")).isEqualTo("CARRY_OUT 2024-04-20 true");
        assertThat(fields(published.get(4), "rubric", "eligible", "total", "grade", "passed", "self", "superior"))
                .isEqualTo("default-1 true 86.0 GOOD true 86.0 86.0");
        assertThat(fields(published.get(6), "step", "order", "last")).isEqualTo("SUM_UP 5 true");

        await().untilAsserted(() -> assertThat(
                        get(evaluation(model)).json().path("state").asString())
                .isEqualTo("CLOSED"));
        var evaluation = get(evaluation(model)).json();
        var carriedOut = evaluation.path("steps").get(2);
        assertThat(carriedOut.path("due").asString()).isEqualTo("2024-04-05");
        assertThat(carriedOut.path("done").asString()).isEqualTo("2024-04-20");
        assertThat(carriedOut.path("document").path("date").asString()).isEqualTo("2024-03-20");
        assertThat(carriedOut.path("recorded").asString()).startsWith("20").endsWith("Z");
        assertThat(carriedOut.path("late").asBoolean()).isTrue();
        assertThat(evaluation
                        .path("steps")
                        .get(0)
                        .path("document")
                        .path("number")
                        .asString())
                .as("what registration completed shows its approval")
                .isEqualTo("112-CV/BDVTU");
        assertThat(evaluation.path("scores").propertyNames()).containsExactly("SELF", "SUPERIOR");
        assertThat(evaluation.path("scores").path("SUPERIOR").path("by").asString())
                .isEqualTo("council");
        assertThat(evaluation.path("scores").path("SUPERIOR").path("criteria").propertyNames())
                .as("in the rubric's order")
                .containsExactly("NEED", "LEADERSHIP", "CREATIVE", "FORCES", "RESULT", "DURABLE");
        assertThat(evaluation.path("conclusion").path("total").asDouble()).isEqualTo(86);

        var history = get(evaluation(model) + "/history").json();
        assertThat(history).extracting(entry -> entry.path("n").asInt()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(history.get(0).path("by").asString()).isEqualTo("evaluation");
        assertThat(history.get(1).path("type").asString()).isEqualTo("process.step-completed.v1");
        assertThat(history.get(1).path("by").asString()).isEqualTo("officer");
    }

    @Test
    void not_eligible_is_published_without_a_total() {
        var model = newModel(newProgramme());
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/CARRY_OUT/completion", Bodies.COMPLETION)
                .is(200);
        SERVICE.as("COUNCIL")
                .post(
                        evaluation(model) + "/conclusion",
                        "{\"on\":\"2024-06-14\",\"ineligible\":\"Thời gian thực hiện chưa đủ để đánh giá\"}")
                .is(200);

        var evaluated = OURS.awaitEvents(model, 4).get(2);
        SampleEvent.CONTRACTS.assertValid(evaluated);
        assertThat(fields(evaluated, "eligible", "grade", "passed")).isEqualTo("false INELIGIBLE false");
        assertThat(new JsonMapper().readTree(evaluated.body()).has("total")).isFalse();

        Topic.publish(
                SampleEvent.minimal("vn.dvk.awards.recognition-refused.v1").about(model));
        var closed = OURS.awaitEvents(model, 5).getLast();
        SampleEvent.CONTRACTS.assertValid(closed);
        assertThat(fields(closed, "step", "last")).isEqualTo("SUM_UP true");
    }

    private static String fields(PublishedRecord record, String... names) {
        var body = new JsonMapper().readTree(record.body());
        return String.join(
                " ",
                Arrays.stream(names).map(name -> body.path(name).asString()).toList());
    }
}
