package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a request before any rule is asked, and that nothing comes of it. */
class ErrorsTest extends AwardsTest {

    private static final String HOLDS = "/api/v1/models/unknown/holds";

    @Test
    void json_that_cannot_be_read_says_where() {
        problem(api.post("AUTHORITY", HOLDS, "{\"kind\": "), 400, "malformed-json");
    }

    @Test
    void a_field_that_does_not_exist_is_named() {
        var answer = api.post("AUTHORITY", HOLDS, hold(Map.of("lyDo", "x")));
        problem(answer, 400, "unknown-field");
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("lyDo");
    }

    @Test
    void a_word_that_is_not_in_the_list_is_named() {
        var answer = api.post("AUTHORITY", HOLDS, hold(Map.of("kind", "KY_LUAT")));
        problem(answer, 400, "malformed-field");
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("kind");
    }

    @Test
    void what_is_missing_or_too_long_is_named_field_by_field() {
        var answer = api.post("AUTHORITY", HOLDS, Map.of("kind", "COMPLAINT", "reason", "x".repeat(4001)));
        problem(answer, 422, "invalid-fields");
        assertThat(answer.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("reason", "on");
    }

    @Test
    void nothing_is_dated_in_the_future() {
        var answer = api.post("AUTHORITY", HOLDS, hold(Map.of("on", "2999-01-01")));
        problem(answer, 422, "invalid-fields");
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("on");
    }

    @Test
    void a_decision_is_checked_inside() {
        var body = new HashMap<>(award("1"));
        body.put("decision", Map.of("number", " ", "date", "2020-11-06", "issuer", "Ban Chỉ đạo"));
        var answer = api.post("AUTHORITY", "/api/v1/models/unknown/awards", body);
        problem(answer, 422, "invalid-fields");
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("decision.number");
    }

    @Test
    void a_change_needs_a_key_of_the_right_form() {
        problem(api.post("AUTHORITY", HOLDS, hold(Map.of()), Map.of()), 400, "idempotency-key-required");
        problem(
                api.post("AUTHORITY", HOLDS, hold(Map.of()), Map.of("Idempotency-Key", "a b")),
                400,
                "idempotency-key-malformed");
    }

    @Test
    void a_version_looks_like_an_etag() {
        var headers = Map.of("Idempotency-Key", "k", "If-Match", "7");
        problem(api.post("AUTHORITY", HOLDS, hold(Map.of()), headers), 400, "malformed-etag");
    }

    @Test
    void more_than_a_thousand_rows_are_too_many() {
        var body = new HashMap<>(award("1"));
        body.put("models", Collections.nCopies(1001, "m"));
        problem(api.post("AUTHORITY", "/api/v1/awards/bulk", body), 422, "invalid-fields");
        body.put("models", List.of());
        problem(api.post("AUTHORITY", "/api/v1/awards/bulk", body), 422, "invalid-fields");
    }

    @Test
    void a_body_beyond_the_limit_is_not_read() {
        var body = hold(Map.of("reason", "x".repeat(2_200_000)));
        problem(api.post("AUTHORITY", HOLDS, body), 413, "too-large");
    }

    @Test
    void other_media_other_methods_other_addresses() {
        var token = "Bearer " + Api.token("AUTHORITY");
        problem(
                api.send(
                        "POST",
                        HOLDS,
                        "x",
                        Map.of("Authorization", token, "Idempotency-Key", "k", "Content-Type", "text/plain")),
                415,
                "unsupported-media-type");
        problem(
                api.send("GET", "/api/v1/models", null, Map.of("Authorization", token, "Accept", "application/xml")),
                406,
                "not-acceptable");
        problem(api.send("DELETE", "/api/v1/models", null, Map.of("Authorization", token)), 405, "method-not-allowed");
        problem(api.get("VIEWER", "/api/v1/khong-co"), 404, "no-such-address");
    }

    @Test
    void parameters_of_lists_are_checked() {
        problem(api.get("VIEWER", "/api/v1/models?limit=501"), 400, "malformed-parameter");
        problem(api.get("VIEWER", "/api/v1/models?state=KHAC"), 400, "malformed-parameter");
        problem(api.get("VIEWER", "/api/v1/replications?state=KHAC"), 400, "malformed-parameter");
    }

    @Test
    void lists_come_in_pages_and_are_found_without_diacritics() {
        for (var i = 0; i < 3; i++) {
            received.registeredModel();
        }
        var first = api.get("VIEWER", "/api/v1/models?programme=KB-2015-2020&limit=2");
        assertThat(first.body().path("items")).hasSize(2);
        var next = api.get(
                "VIEWER",
                "/api/v1/models?programme=KB-2015-2020&limit=2&cursor="
                        + URLEncoder.encode(first.text("next"), StandardCharsets.UTF_8));
        assertThat(next.body().path("items").path(0).path("code").asString())
                .isGreaterThan(first.body().path("items").path(1).path("code").asString());
        assertThat(api.get("VIEWER", "/api/v1/models?q=ky+tuc+xa").body().path("items"))
                .isNotEmpty();
        assertThat(api.get("VIEWER", "/api/v1/models?q=khong+co+gi").body().path("items"))
                .isEmpty();
        assertThat(api.get("VIEWER", "/api/v1/replications?model=khong-co")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    private static void problem(Api.Answer answer, int status, String code) {
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.text("type")).isEqualTo("/problems/" + code);
        assertThat(answer.text("correlation")).isNotBlank();
        assertThat(answer.text("detail")).isNotBlank().isNotEqualTo(code);
    }

    private static Map<String, Object> hold(Map<String, Object> other) {
        var body = new HashMap<String, Object>(Map.of("kind", "COMPLAINT", "reason", "Có đơn", "on", "2020-11-06"));
        body.putAll(other);
        return body;
    }
}
