package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.spec.ApiResponse;

/** Many at once: one bad row never stops the others, and the same rows again change nothing. */
class BulkTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @Test
    void steps_scores_and_conclusions_of_many_models() {
        var programme = newProgramme();
        var one = newModel(programme);
        var two = newModel(programme);

        var completion = "{\"step\":\"CARRY_OUT\",\"on\":\"2024-03-29\",\"evidence\":[],\"models\":%s}"
                .formatted(json(List.of(one, NOBODY, two)));
        assertThat(sums(SERVICE.as("OFFICER").post("/api/v1/evaluations/bulk-completion", completion)))
                .isEqualTo("2 done, 0 unchanged, 1 refused");
        var again = SERVICE.as("OFFICER").post("/api/v1/evaluations/bulk-completion", completion);
        assertThat(sums(again)).isEqualTo("0 done, 2 unchanged, 1 refused");
        var refused = again.json().path("rows").get(1);
        assertThat(refused.path("id").asString()).isEqualTo(NOBODY);
        assertThat(refused.path("problem").path("code").asString()).isEqualTo("not-known-yet");
        assertThat(refused.path("problem").path("status").asInt()).isEqualTo(404);

        var scores = """
                {"on":"2024-06-10","rows":[
                  {"model":"%s","criteria":%s},
                  {"model":"%s","criteria":{"NEED":11}},
                  {"model":"%s"},
                  {"criteria":%s}]}
                """.formatted(one, Bodies.CRITERIA, two, two, Bodies.CRITERIA);
        var scored = SERVICE.as("COUNCIL").post("/api/v1/evaluations/bulk-scores/superior", scores);
        assertThat(sums(scored)).isEqualTo("1 done, 0 unchanged, 3 refused");
        assertThat(scored.json().path("rows").get(0).path("total").asDouble()).isEqualTo(86);
        assertThat(scored.json().path("rows").get(0).path("grade").asString()).isEqualTo("GOOD");
        assertThat(scored.json().path("rows").get(1).path("problem").path("errors"))
                .hasSize(6);
        assertThat(sums(SERVICE.as("COUNCIL").post("/api/v1/evaluations/bulk-scores/superior", scores)))
                .isEqualTo("0 done, 1 unchanged, 3 refused");
        assertThat(sums(SERVICE.as("OFFICER").post("/api/v1/evaluations/bulk-scores/self", scores)))
                .isEqualTo("1 done, 0 unchanged, 3 refused");

        var conclusion = "{\"on\":\"2024-06-14\",\"models\":%s}".formatted(json(List.of(two, one, one)));
        var concluded = SERVICE.as("COUNCIL").post("/api/v1/evaluations/bulk-conclusion", conclusion);
        assertThat(sums(concluded)).isEqualTo("1 done, 1 unchanged, 1 refused");
        assertThat(concluded
                        .json()
                        .path("rows")
                        .get(0)
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("superior-score-missing");
        assertThat(concluded.json().path("rows").get(1).path("state").asString())
                .isEqualTo("EVALUATED");
    }

    @Test
    void the_same_request_again_does_not_undo_a_correction() {
        var model = newModel(newProgramme());
        var rows = "{\"on\":\"2024-06-10\",\"rows\":[{\"model\":\"%s\",\"criteria\":%s}]}";
        var council = SERVICE.as("COUNCIL").key("scores-of-the-day");
        var first = rows.formatted(model, Bodies.CRITERIA);
        assertThat(sums(council.post("/api/v1/evaluations/bulk-scores/superior", first)))
                .isEqualTo("1 done, 0 unchanged, 0 refused");
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/scores/superior", Bodies.SCORE.replace("\"NEED\":9", "\"NEED\":10"))
                .is(200);

        assertThat(sums(council.post("/api/v1/evaluations/bulk-scores/superior", first)))
                .isEqualTo("0 done, 1 unchanged, 0 refused");
        assertThat(get(evaluation(model))
                        .json()
                        .path("scores")
                        .path("SUPERIOR")
                        .path("total")
                        .asDouble())
                .isEqualTo(87);
        var other = rows.formatted(model, Bodies.CRITERIA.replace("\"NEED\":9", "\"NEED\":8"));
        assertThat(sums(council.post("/api/v1/evaluations/bulk-scores/superior", other)))
                .as("the same key for something else")
                .isEqualTo("0 done, 0 unchanged, 1 refused");
    }

    @Test
    void a_thousand_rows_and_no_more() {
        var rows = json(Collections.nCopies(1001, NOBODY));
        SERVICE.as("COUNCIL")
                .post("/api/v1/evaluations/bulk-conclusion", "{\"on\":\"2024-06-14\",\"models\":%s}".formatted(rows))
                .is(422, "invalid-fields");
        SERVICE.as("COUNCIL")
                .post("/api/v1/evaluations/bulk-conclusion", "{\"on\":\"2024-06-14\",\"models\":[]}")
                .is(422, "invalid-fields");
    }

    private static String sums(ApiResponse response) {
        var body = response.is(200).json();
        return "%d done, %d unchanged, %d refused"
                .formatted(
                        body.path("done").asInt(),
                        body.path("unchanged").asInt(),
                        body.path("refused").asInt());
    }

    private static String json(List<String> texts) {
        return texts.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }
}
