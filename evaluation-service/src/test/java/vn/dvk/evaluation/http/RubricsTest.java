package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.evaluation.running.Bodies;

class RubricsTest {

    @Test
    void a_released_version_is_there_for_ever_and_scores_by_it() {
        var programme = newProgramme();
        var path = "/api/v1/programmes/" + programme + "/rubrics";
        SERVICE.as("ADMINISTRATOR")
                .put(path + "/COLLECTIVE/2024-1", Bodies.RUBRIC)
                .is(201);
        SERVICE.as("ADMINISTRATOR")
                .put(path + "/COLLECTIVE/2024-1", Bodies.RUBRIC)
                .is(200);
        SERVICE.as("ADMINISTRATOR")
                .put(path + "/COLLECTIVE/2024-1", Bodies.RUBRIC.replace("65", "70"))
                .is(409, "rubric-released");

        var rubrics = get(path).is(200).json().path("items");
        assertThat(rubrics).hasSize(4);
        assertThat(rubrics.get(0).path("version").asString()).isEqualTo("2024-1");
        assertThat(rubrics)
                .extracting(rubric -> rubric.path("version").asString())
                .containsExactly("2024-1", "default-1", "default-1", "default-1");

        var model = newModel(programme);
        var answer = SERVICE.as("COUNCIL")
                .post(
                        evaluation(model) + "/scores/superior",
                        "{\"on\":\"2024-06-10\",\"criteria\":{\"WORK\":24.5,\"RESULT\":40}}")
                .is(200)
                .json();
        var score = answer.path("scores").path("SUPERIOR");
        assertThat(score.path("rubric").asString()).isEqualTo("2024-1");
        assertThat(score.path("total").asDouble()).isEqualTo(64.5);
        assertThat(score.path("grade").asString()).isEqualTo("FAIL");
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/scores/superior", Bodies.SCORE)
                .is(422, "points-not-right");
        assertThat(SERVICE.as("OFFICER")
                        .post(evaluation(model) + "/scores/unit", Bodies.SCORE.replace("2024-06-10", "2024-02-28"))
                        .is(200)
                        .json()
                        .path("scores")
                        .path("UNIT")
                        .path("rubric")
                        .asString())
                .as("scored before the version was valid")
                .isEqualTo("default-1");
    }

    @Test
    void a_rubric_that_does_not_add_up_is_refused_field_by_field() {
        var path = "/api/v1/programmes/" + newProgramme() + "/rubrics/INDIVIDUAL/2024-1";
        var refused = SERVICE.as("ADMINISTRATOR")
                .put(path, Bodies.RUBRIC.replace("\"max\":60", "\"max\":50").replace("\"from\":0", "\"from\":1"))
                .is(422, "rubric-not-right");
        assertThat(refused.json().path("errors"))
                .extracting(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .containsExactly("criteria weights-not-hundred", "bands[0].from bands-not-from-zero");
        SERVICE.as("ADMINISTRATOR")
                .put(path, Bodies.RUBRIC.replace("\"max\":60", "\"max\":1e99"))
                .is(400, "malformed-field");
        SERVICE.as("ADMINISTRATOR")
                .put(path.replace("2024-1", "a b".replace(" ", "%20")), Bodies.RUBRIC)
                .is(400, "malformed-parameter");
        SERVICE.as("ADMINISTRATOR")
                .put(path.replace("INDIVIDUAL", "NOBODY"), Bodies.RUBRIC)
                .is(400, "malformed-parameter");
        SERVICE.as("ADMINISTRATOR")
                .put(path.replace("2024-1", "default-1"), Bodies.RUBRIC)
                .is(422, "rubric-not-right");
    }

    @Test
    void the_bands_say_whether_they_pass() {
        var path = "/api/v1/programmes/" + newProgramme() + "/rubrics";
        var stated = Bodies.RUBRIC
                .replace("\"FAIL\",\"label\":\"Không đạt\"", "\"KHONG_DAT\",\"label\":\"Không đạt\",\"passes\":false")
                .replace("\"PASS\",\"label\":\"Đạt\"", "\"DAT\",\"label\":\"Đạt\",\"passes\":true");
        SERVICE.as("ADMINISTRATOR").put(path + "/COLLECTIVE/1", stated).is(201);
        SERVICE.as("ADMINISTRATOR").put(path + "/COLLECTIVE/2", Bodies.RUBRIC).is(201);
        for (var n = 0; n < 2; n++) {
            assertThat(get(path).json().path("items").get(n).path("bands"))
                    .as("said, and left to the rule that all but the lowest pass")
                    .extracting(band -> band.path("passes").asBoolean())
                    .containsExactly(false, true);
        }
        SERVICE.as("ADMINISTRATOR")
                .put(
                        path + "/COLLECTIVE/3",
                        stated.replace("\"passes\":true", "\"passes\":false").replaceFirst("false", "true"))
                .is(422, "rubric-not-right")
                .fault("bands[1].passes", "passes-not-ascending");
        SERVICE.as("ADMINISTRATOR")
                .put(path + "/COLLECTIVE/3", stated.replace(",\"passes\":true", ""))
                .is(422, "rubric-not-right")
                .fault("bands[1].passes", "passes-missing");
    }

    @Test
    void criteria_say_who_scores_them_and_bonus_points_come_on_top() {
        var programme = newProgramme();
        var path = "/api/v1/programmes/" + programme + "/rubrics";
        var shared = """
                {"validFrom":"2024-03-01",
                 "criteria":[{"code":"WORK","label":"Việc làm","max":60,"scoredBy":["UNIT"]},
                             {"code":"RESULT","label":"Kết quả","max":40,"scoredBy":["SUPERIOR","COUNCIL"]}],
                 "bonus":[{"code":"SPREAD","label":"Lan tỏa","max":10,"scoredBy":["COUNCIL"]}],
                 "bands":[{"code":"KHONG_DAT","label":"Không đạt","from":0},{"code":"DAT","label":"Đạt","from":65}]}
                """;
        SERVICE.as("ADMINISTRATOR").put(path + "/COLLECTIVE/1", shared).is(201);
        var rubric = get(path).json().path("items").get(0);
        assertThat(rubric.path("bonus").get(0).path("code").asString()).isEqualTo("SPREAD");
        assertThat(rubric.path("criteria").get(1).path("scoredBy"))
                .extracting(JsonNode::asString)
                .containsExactly("SUPERIOR", "COUNCIL");

        var model = newModel(programme);
        var scores = evaluation(model) + "/scores/";
        SERVICE.as("COUNCIL")
                .post(scores + "council", "{\"on\":\"2024-06-10\",\"criteria\":{\"WORK\":1,\"RESULT\":30}}")
                .is(422, "points-not-right")
                .fault("criteria.WORK", "criterion-of-others");
        SERVICE.as("COUNCIL")
                .post(scores + "council", "{\"on\":\"2024-06-10\",\"criteria\":{\"RESULT\":36,\"SPREAD\":10}}")
                .is(200);
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/CARRY_OUT/completion", Bodies.COMPLETION)
                .is(200);
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/conclusion", Bodies.CONCLUSION)
                .is(409, "scores-missing");
        SERVICE.as("OFFICER")
                .post(scores + "unit", "{\"on\":\"2024-06-10\",\"criteria\":{\"WORK\":60}}")
                .is(200);
        var concluded = SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/conclusion", Bodies.CONCLUSION)
                .is(200)
                .json()
                .path("conclusion");
        assertThat(concluded.path("total").asDouble()).as("cut at the maximum").isEqualTo(100);
        assertThat(concluded.path("grade").asString()).isEqualTo("DAT");
        var shown = get(evaluation(model)).json().path("scores").path("COUNCIL");
        assertThat(shown.path("bonus").asDouble()).isEqualTo(10);
        assertThat(shown.has("grade")).as("part of a total has none").isFalse();
    }

    @Test
    void a_change_meanwhile_is_noticed() {
        var path = "/api/v1/programmes/" + newProgramme() + "/rubrics/HOUSEHOLD/";
        assertThat(SERVICE.as("ADMINISTRATOR")
                        .put(path + "1", Bodies.RUBRIC)
                        .is(201)
                        .header("etag"))
                .isEqualTo("\"1\"");
        SERVICE.as("ADMINISTRATOR")
                .ifMatch("\"7\"")
                .put(path + "2", Bodies.RUBRIC)
                .is(412, "overtaken");
        SERVICE.as("ADMINISTRATOR")
                .ifMatch("\"1\"")
                .put(path + "2", Bodies.RUBRIC)
                .is(201);
    }
}
