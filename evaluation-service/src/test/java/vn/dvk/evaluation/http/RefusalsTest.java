package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.spec.Tokens;

/** Every way in which a request can be wrong, and what is answered. */
class RefusalsTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String COMPLETION = "/steps/CARRY_OUT/completion";

    @Test
    void what_cannot_be_read_is_400() {
        var path = evaluation(NOBODY) + COMPLETION;
        SERVICE.as("OFFICER").post(path, "{\"on\":").is(400, "malformed-json");
        SERVICE.as("OFFICER").post(path, "{\"on\":\"2024-03-29\",\"onn\":1}").is(400, "unknown-field");
        SERVICE.as("OFFICER").post(path, "{\"on\":\"29/03/2024\"}").is(400, "malformed-field");
        SERVICE.as("OFFICER").exchange(HttpMethod.POST, path, Bodies.COMPLETION).is(400, "idempotency-key-required");
        SERVICE.as("OFFICER").key("with space").post(path, Bodies.COMPLETION).is(400, "idempotency-key-malformed");
        SERVICE.as("OFFICER")
                .key("k")
                .ifMatch("7")
                .post(path, Bodies.COMPLETION)
                .is(400, "malformed-etag");
        get("/api/v1/overdue?on=today").is(400, "malformed-parameter");
        get("/api/v1/overdue?cursor=x").is(400, "malformed-parameter");
        get(evaluation(NOBODY) + "/progress-reports?cursor=2024~1").is(400, "malformed-parameter");
        get(evaluation(NOBODY) + "/progress-reports?cursor=2024-04-02").is(400, "malformed-parameter");
        get("/api/v1/evaluations?limit=501").is(400, "malformed-parameter");
        get("/api/v1/evaluations?state=LATE").is(400, "malformed-parameter");
    }

    @Test
    void without_a_token_of_ours_it_is_401() {
        SERVICE.api().get(evaluation(NOBODY)).is(401, "unauthenticated");
        var forAnother = new HashMap<>(Tokens.claims("officer", "OFFICER@VN"));
        forAnother.put("aud", List.of("another"));
        SERVICE.api().token(Tokens.signed(forAnother)).get(evaluation(NOBODY)).is(401, "unauthenticated");
        SERVICE.api()
                .token(Tokens.of("officer", "OFFICER@VN") + "x")
                .get(evaluation(NOBODY))
                .is(401, "unauthenticated");
    }

    @Test
    void what_is_not_there_is_404_and_what_is_still_under_way_says_so() {
        get("/api/v1/evaluation").is(404, "no-such-address");
        assertThat(get(evaluation(NOBODY)).is(404, "not-known-yet").text()).contains("thử lại sau ít giây");
        get(evaluation(NOBODY) + "/history").is(404, "not-known-yet");
        SERVICE.as("OFFICER")
                .post(evaluation(NOBODY) + COMPLETION, Bodies.COMPLETION)
                .is(404, "not-known-yet");
        get("/api/v1/programmes/NOPE/rubrics").is(404, "programme-not-known-yet");
        SERVICE.as("ADMINISTRATOR")
                .put("/api/v1/programmes/NOPE/rubrics/COLLECTIVE/v1", Bodies.RUBRIC)
                .is(404, "programme-not-known-yet");
        SERVICE.as("OFFICER")
                .post(evaluation(NOBODY) + "/scores/me", Bodies.SCORE)
                .is(404, "no-such-address");

        var model = newModel(newProgramme());
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/PILOT/completion", Bodies.COMPLETION)
                .is(404, "no-such-step");
    }

    @Test
    void the_wrong_method_type_or_answer_is_405_415_406() {
        assertThat(SERVICE.as("OFFICER")
                        .exchange(HttpMethod.DELETE, evaluation(NOBODY), null)
                        .is(405, "method-not-allowed")
                        .header("allow"))
                .contains("GET");
        SERVICE.as("OFFICER")
                .key("k")
                .header("Content-Type", "text/plain")
                .post(evaluation(NOBODY) + COMPLETION, Bodies.COMPLETION)
                .is(415, "unsupported-media-type");
        SERVICE.as("VIEWER")
                .header("Accept", "application/pdf")
                .get("/api/v1/evaluations")
                .is(406, "not-acceptable");
    }

    @Test
    void a_wrong_state_is_409() {
        var model = newModel(newProgramme());
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/conclusion", Bodies.CONCLUSION)
                .is(409, "step-out-of-order");
        SERVICE.as("REVIEWER")
                .post(evaluation(model) + "/steps/CARRY_OUT/return", Bodies.RETURN)
                .is(409, "step-not-completed");
        SERVICE.as("OFFICER")
                .post(evaluation(model) + COMPLETION, Bodies.COMPLETION)
                .is(200);
        var refused = SERVICE.as("OFFICER")
                .post(evaluation(model) + COMPLETION, Bodies.COMPLETION.replace("03-29", "03-30"))
                .is(409, "step-already-completed");
        assertThat(refused.json().path("detail").asString())
                .contains("2024-03-29")
                .contains("trả lại bước này trước");
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/conclusion", Bodies.CONCLUSION)
                .is(409, "superior-score-missing");
    }

    @Test
    void a_version_that_was_overtaken_is_412() {
        var model = newModel(newProgramme());
        var refused = SERVICE.as("OFFICER")
                .key(UUID.randomUUID().toString())
                .ifMatch("\"7\"")
                .post(evaluation(model) + COMPLETION, Bodies.COMPLETION)
                .is(412, "overtaken");
        assertThat(refused.header("etag")).isEqualTo("\"1\"");
    }

    @Test
    void too_large_a_body_is_413() {
        var huge = "{\"on\":\"2024-03-29\",\"note\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";
        SERVICE.as("OFFICER").post(evaluation(NOBODY) + COMPLETION, huge).is(413, "too-large");
    }

    @Test
    void content_that_breaks_a_rule_is_422_and_names_the_fields() {
        var model = newModel(newProgramme());
        var empty = SERVICE.as("OFFICER")
                .post(evaluation(model) + COMPLETION, "{\"evidence\":[{\"kind\":\"\"},null]}")
                .is(422, "invalid-fields");
        assertThat(empty.json().path("errors"))
                .extracting(error -> error.path("field").asString())
                .contains("on", "evidence[0].kind", "evidence[0].title");

        var points = SERVICE.as("OFFICER")
                .post(
                        evaluation(model) + "/scores/self",
                        Bodies.SCORE.replace("\"NEED\":9", "\"NEED\":11").replace(",\"DURABLE\":13", ""))
                .is(422, "points-not-right");
        assertThat(points.json().path("errors"))
                .extracting(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .containsExactlyInAnyOrder("criteria.NEED points-out-of-range", "criteria.DURABLE criterion-missing");

        SERVICE.as("OFFICER")
                .post(
                        evaluation(model) + "/progress-reports",
                        Bodies.REPORT.replace("\"to\":\"2024-03-31\"", "\"to\":\"2024-02-29\""))
                .is(422, "period-reversed");
        SERVICE.as("OFFICER")
                .post(
                        evaluation(model) + "/progress-reports",
                        Bodies.REPORT.replace("\"values\":[", "\"values\":[{\"goal\":\"G1\",\"value\":1},"))
                .is(422, "values-not-right")
                .fault("values[1].goal", "code-twice");
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/conclusion", "{\"on\":\"2024-06-14\",\"ineligible\":\"kém\"}")
                .is(422, "invalid-fields");
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/CARRY_OUT/evidence", Bodies.EVIDENCE.replace("000", "xyz"))
                .is(422, "invalid-fields")
                .fault("evidence[0].sha256", "constraint.Pattern");
    }

    @Test
    void nothing_is_dated_in_the_future() {
        var path = evaluation(NOBODY);
        SERVICE.as("OFFICER")
                .post(path + COMPLETION, Bodies.COMPLETION.replace("2024-03-29", "2999-01-01"))
                .is(422, "invalid-fields")
                .fault("on", "constraint.PastOrPresent");
        SERVICE.as("OFFICER")
                .post(path + COMPLETION, Bodies.COMPLETION.replace("2024-03-20", "2999-01-01"))
                .fault("document.date", "constraint.PastOrPresent");
        SERVICE.as("REVIEWER")
                .post(path + "/steps/CARRY_OUT/return", Bodies.RETURN.replace("2024", "2999"))
                .fault("on", "constraint.PastOrPresent");
        SERVICE.as("OFFICER")
                .post(path + "/progress-reports", Bodies.REPORT.replace("2024", "2999"))
                .fault("on", "constraint.PastOrPresent")
                .fault("from", "constraint.PastOrPresent");
        SERVICE.as("REVIEWER")
                .post(path + "/inspections", Bodies.INSPECTION.replace("2024", "2999"))
                .fault("on", "constraint.PastOrPresent");
        SERVICE.as("REVIEWER")
                .post(path + "/conclusion/void", Bodies.RETURN.replace("2024", "2999"))
                .fault("on", "constraint.PastOrPresent");
        SERVICE.as("COUNCIL")
                .post(path + "/scores/superior", Bodies.SCORE.replace("2024", "2999"))
                .fault("on", "constraint.PastOrPresent");
        SERVICE.as("COUNCIL")
                .post(path + "/conclusion", Bodies.CONCLUSION.replace("2024", "2999"))
                .fault("on", "constraint.PastOrPresent")
                .fault("minutes.date", "constraint.PastOrPresent");
        SERVICE.as("OFFICER")
                .post(
                        "/api/v1/evaluations/bulk-completion",
                        "{\"step\":\"CARRY_OUT\",\"on\":\"2999-01-01\",\"models\":[\"x\"]}")
                .fault("on", "constraint.PastOrPresent");
        SERVICE.as("COUNCIL")
                .post("/api/v1/evaluations/bulk-scores/superior", "{\"on\":\"2999-01-01\",\"rows\":[{}]}")
                .fault("on", "constraint.PastOrPresent");
        SERVICE.as("COUNCIL")
                .post("/api/v1/evaluations/bulk-conclusion", "{\"on\":\"2999-01-01\",\"models\":[\"x\"]}")
                .fault("on", "constraint.PastOrPresent");
    }

    @Test
    void nothing_is_dated_before_the_registration() {
        var path = evaluation(newModel(newProgramme()));
        SERVICE.as("COUNCIL")
                .post(path + "/scores/superior", Bodies.SCORE.replace("2024-06-10", "2000-01-01"))
                .is(422, "before-registration")
                .fault("on", "before-registration");
        SERVICE.as("OFFICER")
                .post(path + COMPLETION, Bodies.COMPLETION.replace("2024-03-29", "2000-01-01"))
                .fault("on", "before-registration");
        SERVICE.as("OFFICER")
                .post(
                        path + "/progress-reports",
                        Bodies.REPORT.replace("\"on\":\"2024-04-02\"", "\"on\":\"2000-01-01\""))
                .fault("on", "before-registration");
        SERVICE.as("REVIEWER")
                .post(path + "/inspections", Bodies.INSPECTION.replace("2024", "2000"))
                .fault("on", "before-registration");
        assertThat(SERVICE.as("COUNCIL")
                        .post(
                                path + "/conclusion",
                                Bodies.CONCLUSION.replace("\"on\":\"2024-06-14\"", "\"on\":\"2000-01-01\""))
                        .fault("on", "before-registration")
                        .json()
                        .path("detail")
                        .asString())
                .as("with the first day that would do")
                .contains("2024-02-05");
    }

    @Test
    void a_total_cannot_be_typed() {
        SERVICE.as("COUNCIL")
                .post(evaluation(NOBODY) + "/scores/superior", "{\"on\":\"2024-06-10\",\"criteria\":{},\"total\":99}")
                .is(400, "unknown-field");
    }

    @Test
    void the_reader_chooses_the_language() {
        assertThat(SERVICE.as("OFFICER")
                        .language("en")
                        .post(evaluation(NOBODY) + COMPLETION, Bodies.COMPLETION)
                        .is(404, "not-known-yet")
                        .inLanguage("en")
                        .text())
                .contains("try again in a few seconds");
    }
}
