package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.all;
import static vn.dvk.evaluation.running.Evaluations.conclude;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;

import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

class ListsTest {

    @Test
    void evaluations_by_programme_unit_and_state_page_by_page() {
        var programme = newProgramme();
        var models = IntStream.range(0, 5)
                .mapToObj(_ -> newModel(programme))
                .sorted()
                .toList();
        conclude(models.get(3));

        assertThat(all("/api/v1/evaluations?limit=2&programme=" + programme))
                .extracting(item -> item.path("model").asString())
                .isEqualTo(models);
        var evaluated = all("/api/v1/evaluations?state=EVALUATED&programme=" + programme);
        assertThat(evaluated).hasSize(1);
        assertThat(evaluated.getFirst().path("model").asString()).isEqualTo(models.get(3));
        assertThat(evaluated.getFirst().path("grade").asString()).isEqualTo("GOOD");
        assertThat(evaluated.getFirst().path("nextStep").asString()).isEqualTo("SUM_UP");
        assertThat(all("/api/v1/evaluations?unit=NA-S1&programme=" + programme)).hasSize(5);
        assertThat(all("/api/v1/evaluations?unit=NA-S2&programme=" + programme)).isEmpty();
    }

    @Test
    void overdue_follows_from_the_day_one_asks_about() {
        var programme = newProgramme();
        var model = newModel(programme);
        var path = "/api/v1/overdue?programme=" + programme;

        assertThat(all(path + "&on=2024-04-05")).as("due today is not overdue").isEmpty();
        assertThat(steps(path + "&on=2024-04-06")).containsExactly("CARRY_OUT");
        assertThat(steps(path + "&on=2024-06-16")).containsExactly("CARRY_OUT", "APPRAISE");
        assertThat(steps(path)).as("today").containsExactly("CARRY_OUT", "APPRAISE", "SUM_UP");
        var first = all(path + "&on=2024-06-16").getFirst();
        assertThat(first.path("model").asString()).isEqualTo(model);
        assertThat(first.path("due").asString()).isEqualTo("2024-04-05");
        assertThat(first.path("days").asInt()).isEqualTo(72);

        conclude(model);
        assertThat(steps(path + "&on=2024-06-16")).as("done late is done").isEmpty();
        assertThat(steps(path + "&on=2024-07-01")).containsExactly("SUM_UP");

        SERVICE.as("REVIEWER")
                .post(evaluation(model) + "/steps/CARRY_OUT/return", Bodies.RETURN)
                .is(200);
        assertThat(steps(path + "&on=2024-07-01")).as("returned is open again").containsExactly("CARRY_OUT", "SUM_UP");
    }

    @Test
    void a_page_of_overdue_steps_may_end_in_the_middle_of_a_model() {
        var programme = newProgramme();
        newModel(programme);
        newModel(programme);
        var path = "/api/v1/overdue?on=2025-01-01&programme=" + programme;

        for (var limit = 1; limit <= 7; limit++) {
            assertThat(all(path + "&limit=" + limit))
                    .as("pages of " + limit)
                    .isEqualTo(all(path))
                    .hasSize(6);
        }
    }

    @Test
    void a_withdrawn_model_is_overdue_with_nothing() {
        var programme = newProgramme();
        var model = newModel(programme);
        Topic.publish(SampleEvent.minimal("vn.dvk.registration.model-withdrawn.v1")
                .about(model)
                .at(2));
        Awaitility.await()
                .untilAsserted(() -> assertThat(all("/api/v1/evaluations?state=WITHDRAWN&programme=" + programme))
                        .hasSize(1));
        assertThat(all("/api/v1/overdue?on=2025-01-01&programme=" + programme)).isEmpty();
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/CARRY_OUT/completion", Bodies.COMPLETION)
                .is(409, "withdrawn");
    }

    private List<String> steps(String path) {
        return all(path).stream().map(item -> item.path("step").asString()).toList();
    }
}
