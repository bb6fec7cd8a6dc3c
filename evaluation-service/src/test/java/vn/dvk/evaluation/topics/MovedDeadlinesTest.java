package vn.dvk.evaluation.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.all;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.history;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;
import static vn.dvk.evaluation.running.Evaluations.programme;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.Topic;

/** A programme gives more time: for what is under way too. */
class MovedDeadlinesTest {

    private final String programme = newProgramme();

    @Test
    void open_processes_take_over_what_the_programme_says_and_show_why() {
        var open = newModel(programme);
        var ahead = newModel(programme);
        SERVICE.as("OFFICER")
                .post(evaluation(ahead) + "/steps/CARRY_OUT/completion", Bodies.COMPLETION)
                .is(200);

        extended(2, "\"dueDays\":60", "\"dueDays\":90", "Gia hạn do bão");
        await().untilAsserted(
                        () -> assertThat(step(open, 2).path("due").asString()).isEqualTo("2024-05-05"));
        var moved = step(open, 2).path("moved");
        assertThat(moved.path("was").asString()).isEqualTo("2024-04-05");
        assertThat(moved.path("reason").asString()).isEqualTo("Gia hạn do bão");
        assertThat(step(open, 3).has("moved")).isFalse();
        assertThat(all("/api/v1/overdue?programme=" + programme + "&on=2024-04-20"))
                .extracting(item -> item.path("model").asString())
                .doesNotContain(open);

        extended(3, "2024-06-30", "2024-12-31", null);
        await().untilAsserted(
                        () -> assertThat(step(ahead, 4).path("due").asString()).isEqualTo("2024-12-31"));
        assertThat(step(ahead, 2).path("due").asString()).as("done").isEqualTo("2024-04-05");
        assertThat(step(ahead, 4).path("moved").has("reason")).isFalse();
        assertThat(history(ahead))
                .last()
                .satisfies(entry -> assertThat(entry.path("type").asString()).isEqualTo("process.deadlines-moved.v1"));
    }

    private void extended(long position, String was, String now, @Nullable String reason) {
        var event = programme(programme)
                .at(position)
                .with("steps", Json.MAPPER.readTree(Bodies.FIVE_STEPS.replace(was, now)));
        Topic.publish(reason == null ? event.without("reason") : event.with("reason", reason));
    }

    private static JsonNode step(String model, int index) {
        return get(evaluation(model)).is(200).json().path("steps").path(index);
    }
}
