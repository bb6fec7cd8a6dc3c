package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.all;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;
import static vn.dvk.evaluation.running.Evaluations.newProgrammeCode;
import static vn.dvk.evaluation.running.Evaluations.programme;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** Reports by the programme's rhythm: monthly by the 5th, from the registration on 05/02/2024. */
class ExpectedReportsTest {

    @Test
    void they_are_in_time_late_or_missing() {
        var model = newModel(monthly());
        report(model, "2024-02-01", "2024-02-29", "2024-03-05");
        report(model, "2024-04-01", "2024-04-30", "2024-05-20");

        var shown = expected(model, "2024-06-04");
        assertThat(shown.path("rhythm").path("every").asString()).isEqualTo("MONTH");
        assertThat(shown.path("items"))
                .extracting(item ->
                        item.path("to").asString() + " " + item.path("state").asString())
                .containsExactly("2024-04-30 LATE", "2024-03-31 MISSING", "2024-02-29 ON_TIME");
        assertThat(shown.path("expected").asInt()).isEqualTo(3);
        assertThat(shown.path("onTime").asInt()).isEqualTo(1);
        assertThat(shown.path("late").asInt()).isEqualTo(1);
        assertThat(shown.path("missing").asInt()).isEqualTo(1);
        assertThat(expected(model, "2030-01-01").path("expected").asInt())
                .as("none after the programme has ended in June")
                .isEqualTo(5);
    }

    @Test
    void what_is_overdue_in_a_programme_is_listed_by_name() {
        var programme = monthly();
        var silent = newModel(programme);
        var diligent = newModel(programme);
        report(diligent, "2024-02-01", "2024-02-29", "2024-03-05");
        report(diligent, "2024-03-01", "2024-03-31", "2024-04-30");
        var withdrawn = newModel(programme);
        Topic.publish(SampleEvent.minimal("vn.dvk.registration.model-withdrawn.v1")
                .about(withdrawn)
                .at(2));
        await().untilAsserted(() ->
                assertThat(get(evaluation(withdrawn)).text("state")).isEqualTo("WITHDRAWN"));

        var path = "/api/v1/programmes/" + programme + "/overdue-reports";
        assertThat(all(path + "?on=2024-04-06"))
                .as("the day after March was due")
                .extracting(item -> item.path("model").asString() + " "
                        + item.path("to").asString() + " " + item.path("days").asInt())
                .containsExactlyInAnyOrder(
                        silent + " 2024-02-29 32", silent + " 2024-03-31 1", diligent + " 2024-03-31 1");
        assertThat(all(path + "?on=2024-05-05"))
                .as("what came late is not overdue any more")
                .extracting(item -> item.path("model").asString())
                .containsOnly(silent);
        assertThat(all(path + "?on=2024-04-06&limit=1")).as("model by model").isEqualTo(all(path + "?on=2024-04-06"));
        assertThat(all(path + "?unit=NA-S2&on=2024-04-06")).isEmpty();
        assertThat(all("/api/v1/programmes/" + newProgramme() + "/overdue-reports"))
                .isEmpty();
        get("/api/v1/programmes/NOPE/overdue-reports").is(404, "programme-not-known-yet");
    }

    @Test
    void a_review_that_stopped_the_model_ends_them_and_its_correction_brings_them_back() {
        var programme = monthly();
        var model = newModel(programme);
        var review = Bodies.REVIEW.replace("2024-12-20", "2024-03-20");
        SERVICE.as("REVIEWER")
                .post(evaluation(model) + "/reviews", review.replace("MAINTAINED", "STOPPED"))
                .is(201);
        assertThat(expected(model, "2024-06-04").path("items"))
                .extracting(item -> item.path("due").asString())
                .containsExactly("2024-03-05");
        var overdue = "/api/v1/programmes/" + programme + "/overdue-reports?on=2024-06-04";
        assertThat(all(overdue)).hasSize(1);

        SERVICE.as("REVIEWER").post(evaluation(model) + "/reviews", review).is(200);
        assertThat(expected(model, "2024-06-04").path("items")).hasSize(3);
        assertThat(all(overdue)).hasSize(3);
    }

    @Test
    void without_a_rhythm_none_are_expected() {
        var shown = expected(newModel(newProgramme()), "2024-12-31");
        assertThat(shown.has("rhythm")).isFalse();
        assertThat(shown.path("items")).isEmpty();
        get(evaluation("00000000-0000-0000-0000-000000000000") + "/expected-reports")
                .is(404, "not-known-yet");
    }

    private static JsonNode expected(String model, String on) {
        return get(evaluation(model) + "/expected-reports?on=" + on).is(200).json();
    }

    private static void report(String model, String from, String to, String on) {
        SERVICE.as("OFFICER")
                .post(
                        evaluation(model) + "/progress-reports",
                        Bodies.REPORT
                                .replace("2024-03-01", from)
                                .replace("2024-03-31", to)
                                .replace("2024-04-02", on))
                .is(201);
    }

    private static String monthly() {
        var code = newProgrammeCode();
        Topic.publish(programme(code).with("reportRhythm", Map.of("every", "MONTH", "dueDay", 5)));
        await().untilAsserted(
                        () -> get("/api/v1/programmes/" + code + "/rubrics").is(200));
        return code;
    }
}
