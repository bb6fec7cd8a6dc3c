package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;
import static vn.dvk.evaluation.running.Evaluations.term;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvk.evaluation.EvaluationApplication;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.Topic;

/** Words that are data, as registration has told them: kinds of evidence, and grades. */
class TermsTest {

    private static final String SONG = "\"evidence\":[{\"kind\":\"%s\",\"title\":\"Bài hát\",\"date\":\"2024-03-01\"}]";

    @Test
    void a_kind_of_evidence_and_a_grade_that_are_told_can_be_used_without_a_release() {
        Topic.publish(List.of(term("evidence-kind", "SONG"), term("grade", "OUTSTANDING")));
        var programme = newProgramme();
        var model = newModel(programme);
        Awaitility.await()
                .untilAsserted(() -> SERVICE.as("OFFICER")
                        .post(evaluation(model) + "/steps/CARRY_OUT/evidence", "{" + SONG.formatted("SONG") + "}")
                        .is(200));
        SERVICE.as("ADMINISTRATOR")
                .put(
                        "/api/v1/programmes/" + programme + "/rubrics/COLLECTIVE/1",
                        Bodies.RUBRIC.replace("PASS", "OUTSTANDING"))
                .is(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OFFICER | /steps/CARRY_OUT/evidence   | {%s}
            OFFICER | /steps/CARRY_OUT/completion | {"on":"2024-03-29",%s}
            OFFICER | /progress-reports           | {"from":"2024-03-01","to":"2024-03-31","on":"2024-04-02","done":"Xong",%s}
            REVIEWER | /inspections               | {"on":"2024-05-16","inspectors":["An"],"findings":"Đúng",%s}
            COUNCIL | /scores/superior            | {"on":"2024-06-10","criteria":{},%s}
            COUNCIL | /conclusion                 | {"on":"2024-06-14",%s}
            REVIEWER | /reviews                   | {"period":2024,"outcome":"MAINTAINED","on":"2024-12-20",%s}
            """)
    void evidence_of_an_unknown_kind_is_refused_wherever_it_is_handed_in(String role, String path, String body) {
        var model = newModel(newProgramme());
        var answer = SERVICE.as(role).post(evaluation(model) + path, body.formatted(SONG.formatted("POEM")));
        answer.is(422, "evidence-not-right");
        answer.fault("evidence[0].kind", "term-unknown");
        assertThat(answer.json().path("errors").get(0).path("detail").asString())
                .contains("PLAN");
    }

    @Test
    void a_grade_is_a_term() {
        SERVICE.as("ADMINISTRATOR")
                .put(
                        "/api/v1/programmes/" + newProgramme() + "/rubrics/COLLECTIVE/1",
                        Bodies.RUBRIC.replace("PASS", "TUYET_VOI"))
                .is(422, "rubric-not-right")
                .fault("bands[1].code", "term-unknown");
    }

    @Test
    void while_no_word_has_arrived_nobody_is_told_that_theirs_is_wrong() {
        try (var deaf = RunningService.start(EvaluationApplication.class, "dvk.reads=dvk.registration.v1")) {
            var answer = deaf.as("OFFICER").post(evaluation("x") + "/steps/CARRY_OUT/completion", Bodies.COMPLETION);
            answer.is(503, "vocabulary-not-here-yet");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
        }
    }
}
