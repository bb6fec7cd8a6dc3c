package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.evaluation.running.RunningService;
import vn.dvk.evaluation.running.Tokens;

/** Every way in which a request can be wrong, and what is answered. */
class RefusalsTest extends RunningService {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String COMPLETION = "/steps/CARRY_OUT/completion";

    @Test
    void what_cannot_be_read_is_400() {
        var path = evaluation(NOBODY) + COMPLETION;
        api.post(path, "OFFICER", "{\"on\":").is(400, "malformed-json");
        api.post(path, "OFFICER", "{\"on\":\"2024-03-29\",\"onn\":1}").is(400, "unknown-field");
        api.post(path, "OFFICER", "{\"on\":\"29/03/2024\"}").is(400, "malformed-field");
        api.post(path, "OFFICER", Bodies.COMPLETION, "X", "y").is(400, "idempotency-key-required");
        api.post(path, "OFFICER", Bodies.COMPLETION, "Idempotency-Key", "with space")
                .is(400, "idempotency-key-malformed");
        api.post(path, "OFFICER", Bodies.COMPLETION, "Idempotency-Key", "k", "If-Match", "7")
                .is(400, "malformed-etag");
        api.get("/api/v1/overdue?on=today", "VIEWER").is(400, "malformed-parameter");
        api.get("/api/v1/overdue?cursor=x", "VIEWER").is(400, "malformed-parameter");
        api.get("/api/v1/evaluations?limit=501", "VIEWER").is(400, "malformed-parameter");
        api.get("/api/v1/evaluations?state=LATE", "VIEWER").is(400, "malformed-parameter");
    }

    @Test
    void without_a_token_of_ours_it_is_401() {
        api.send(api.request(evaluation(NOBODY)).GET()).is(401, "unauthenticated");
        api.send(api.request(evaluation(NOBODY))
                        .header("Authorization", "Bearer " + Tokens.forSomebodyElse())
                        .GET())
                .is(401, "unauthenticated");
        api.send(api.request(evaluation(NOBODY))
                        .header("Authorization", "Bearer " + Tokens.of("OFFICER") + "x")
                        .GET())
                .is(401, "unauthenticated");
    }

    @Test
    void what_is_not_there_is_404_and_what_is_still_under_way_says_so() {
        api.get("/api/v1/evaluation", "VIEWER").is(404, "no-such-address");
        assertThat(api.get(evaluation(NOBODY), "VIEWER")
                        .is(404, "not-known-yet")
                        .text())
                .contains("thử lại sau ít giây");
        api.get(evaluation(NOBODY) + "/history", "VIEWER").is(404, "not-known-yet");
        api.post(evaluation(NOBODY) + COMPLETION, "OFFICER", Bodies.COMPLETION).is(404, "not-known-yet");
        api.get("/api/v1/programmes/NOPE/rubrics", "VIEWER").is(404, "programme-not-known-yet");
        api.put("/api/v1/programmes/NOPE/rubrics/COLLECTIVE/v1", "ADMINISTRATOR", Bodies.RUBRIC)
                .is(404, "programme-not-known-yet");
        api.post(evaluation(NOBODY) + "/scores/me", "OFFICER", Bodies.SCORE).is(404, "no-such-address");

        var model = newModel(newProgramme());
        api.post(evaluation(model) + "/steps/PILOT/completion", "OFFICER", Bodies.COMPLETION)
                .is(404, "no-such-step");
    }

    @Test
    void the_wrong_method_type_or_answer_is_405_415_406() {
        assertThat(api.send("DELETE", evaluation(NOBODY), "OFFICER", "")
                        .is(405, "method-not-allowed")
                        .header("allow"))
                .contains("GET");
        api.post(
                        evaluation(NOBODY) + COMPLETION,
                        "OFFICER",
                        Bodies.COMPLETION,
                        "Idempotency-Key",
                        "k",
                        "Content-Type",
                        "text/plain")
                .is(415, "unsupported-media-type");
        api.send(api.request("/api/v1/evaluations")
                        .header("Authorization", "Bearer " + Tokens.of("VIEWER"))
                        .header("Accept", "application/pdf")
                        .GET())
                .is(406, "not-acceptable");
    }

    @Test
    void a_wrong_state_is_409() {
        var model = newModel(newProgramme());
        api.post(evaluation(model) + "/conclusion", "COUNCIL", Bodies.CONCLUSION)
                .is(409, "step-out-of-order");
        api.post(evaluation(model) + "/steps/CARRY_OUT/return", "REVIEWER", Bodies.RETURN)
                .is(409, "step-not-completed");
        api.post(evaluation(model) + COMPLETION, "OFFICER", Bodies.COMPLETION).is(200);
        var refused = api.post(evaluation(model) + COMPLETION, "OFFICER", Bodies.COMPLETION.replace("03-29", "03-30"))
                .is(409, "step-already-completed");
        assertThat(refused.json().path("detail").asString())
                .contains("2024-03-29")
                .contains("trả lại bước này trước");
        api.post(evaluation(model) + "/conclusion", "COUNCIL", Bodies.CONCLUSION)
                .is(409, "superior-score-missing");
    }

    @Test
    void a_version_that_was_overtaken_is_412() {
        var model = newModel(newProgramme());
        var refused = api.post(
                        evaluation(model) + COMPLETION,
                        "OFFICER",
                        Bodies.COMPLETION,
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "If-Match",
                        "\"7\"")
                .is(412, "overtaken");
        assertThat(refused.header("etag")).isEqualTo("\"1\"");
    }

    @Test
    void too_large_a_body_is_413() {
        var huge = "{\"on\":\"2024-03-29\",\"note\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";
        api.post(evaluation(NOBODY) + COMPLETION, "OFFICER", huge).is(413, "too-large");
    }

    @Test
    void content_that_breaks_a_rule_is_422_and_names_the_fields() {
        var model = newModel(newProgramme());
        var empty = api.post(evaluation(model) + COMPLETION, "OFFICER", "{\"evidence\":[{\"kind\":\"\"},null]}")
                .is(422, "invalid-fields");
        assertThat(empty.json().path("errors"))
                .extracting(error -> error.path("field").asString())
                .contains("on", "evidence[0].kind", "evidence[0].title", "evidence[0].reference");

        var points = api.post(
                        evaluation(model) + "/scores/self",
                        "OFFICER",
                        Bodies.SCORE.replace("\"NEED\":9", "\"NEED\":11").replace(",\"DURABLE\":13", ""))
                .is(422, "points-not-right");
        assertThat(points.json().path("errors"))
                .extracting(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .containsExactlyInAnyOrder("criteria.NEED points-out-of-range", "criteria.DURABLE criterion-missing");

        api.post(
                        evaluation(model) + "/progress-reports",
                        "OFFICER",
                        Bodies.REPORT.replace("\"to\":\"2024-03-31\"", "\"to\":\"2024-02-29\""))
                .is(422, "period-reversed");
        api.post(evaluation(model) + "/conclusion", "COUNCIL", "{\"on\":\"2024-06-14\",\"ineligible\":\"kém\"}")
                .is(422, "invalid-fields");
    }

    @Test
    void a_total_cannot_be_typed() {
        api.post(
                        evaluation(NOBODY) + "/scores/superior",
                        "COUNCIL",
                        "{\"on\":\"2024-06-10\",\"criteria\":{},\"total\":99}")
                .is(400, "unknown-field");
    }

    @Test
    void the_reader_chooses_the_language() {
        var request = api.request(evaluation(NOBODY) + COMPLETION)
                .header("Authorization", "Bearer " + Tokens.of("OFFICER"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(Bodies.COMPLETION));
        assertThat(api.send(request).is(404, "not-known-yet").text()).contains("try again in a few seconds");
    }
}
