package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.award;
import static vn.dvk.awards.http.ReceivedEvents.registeredModel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** What is wrong with a request before any rule is asked, and that nothing comes of it. */
class ErrorsTest {

    private static final String HOLDS = "/api/v1/models/unknown/holds";

    @Test
    void json_that_cannot_be_read_says_where() {
        SERVICE.as("AUTHORITY").post(HOLDS, "{\"kind\": ").is(400, "malformed-json");
    }

    @Test
    void a_field_that_does_not_exist_is_named() {
        var answer = SERVICE.as("AUTHORITY").post(HOLDS, hold(Map.of("lyDo", "x")));
        answer.is(400, "unknown-field");
        assertThat(answer.faults()).containsOnlyKeys("lyDo");
    }

    @Test
    void a_word_that_is_not_in_the_list_is_named() {
        var answer = SERVICE.as("AUTHORITY").post(HOLDS, hold(Map.of("kind", "KY_LUAT")));
        answer.is(400, "malformed-field");
        assertThat(answer.faults()).containsOnlyKeys("kind");
    }

    @Test
    void what_is_missing_or_too_long_is_named_field_by_field() {
        var answer = SERVICE.as("AUTHORITY").post(HOLDS, Map.of("kind", "COMPLAINT", "reason", "x".repeat(4001)));
        answer.is(422, "invalid-fields");
        assertThat(answer.faults()).containsOnlyKeys("reason", "on");
    }

    @Test
    void nothing_is_dated_in_the_future() {
        var answer = SERVICE.as("AUTHORITY").post(HOLDS, hold(Map.of("on", "2999-01-01")));
        answer.is(422, "invalid-fields");
        assertThat(answer.faults()).containsOnlyKeys("on");
    }

    @Test
    void a_decision_is_checked_inside() {
        var body = new HashMap<>(award("1"));
        body.put("decision", Map.of("number", " ", "date", "2020-11-06", "issuer", "Ban Chỉ đạo"));
        var answer = SERVICE.as("AUTHORITY").post("/api/v1/models/unknown/awards", body);
        answer.is(422, "invalid-fields");
        assertThat(answer.faults()).containsOnlyKeys("decision.number");
    }

    @Test
    void a_change_needs_a_key_of_the_right_form() {
        SERVICE.as("AUTHORITY").exchange(HttpMethod.POST, HOLDS, hold(Map.of())).is(400, "idempotency-key-required");
        SERVICE.as("AUTHORITY").key("a b").post(HOLDS, hold(Map.of())).is(400, "idempotency-key-malformed");
    }

    @Test
    void a_version_looks_like_an_etag() {
        SERVICE.as("AUTHORITY").ifMatch("7").post(HOLDS, hold(Map.of())).is(400, "malformed-etag");
    }

    @Test
    void more_than_a_thousand_rows_are_too_many() {
        var body = new HashMap<>(award("1"));
        body.put("models", Collections.nCopies(1001, "m"));
        SERVICE.as("AUTHORITY").post("/api/v1/awards/bulk", body).is(422, "invalid-fields");
        body.put("models", List.of());
        SERVICE.as("AUTHORITY").post("/api/v1/awards/bulk", body).is(422, "invalid-fields");
    }

    @Test
    void a_body_beyond_the_limit_is_not_read() {
        var body = hold(Map.of("reason", "x".repeat(2_200_000)));
        SERVICE.as("AUTHORITY").post(HOLDS, body).is(413, "too-large");
    }

    @Test
    void other_media_other_methods_other_addresses() {
        var authority = SERVICE.as("AUTHORITY");
        authority.header("Content-Type", "text/plain").post(HOLDS, "x").is(415, "unsupported-media-type");
        authority.header("Accept", "application/xml").get("/api/v1/models").is(406, "not-acceptable");
        authority.exchange(HttpMethod.DELETE, "/api/v1/models", null).is(405, "method-not-allowed");
        authority.get("/api/v1/khong-co").is(404, "no-such-address");
    }

    @Test
    void parameters_of_lists_are_checked() {
        SERVICE.as("VIEWER").get("/api/v1/models?limit=501").is(400, "malformed-parameter");
        SERVICE.as("VIEWER").get("/api/v1/models?state=KHAC").is(400, "malformed-parameter");
        SERVICE.as("VIEWER").get("/api/v1/replications?state=KHAC").is(400, "malformed-parameter");
    }

    @Test
    void lists_come_in_pages_and_are_found_without_diacritics() {
        for (var i = 0; i < 3; i++) {
            registeredModel();
        }
        var first = SERVICE.as("VIEWER").get("/api/v1/models?programme=KB-2015-2020&limit=2");
        assertThat(first.json().path("items")).hasSize(2);
        var next = SERVICE.as("VIEWER")
                .get("/api/v1/models?programme=KB-2015-2020&limit=2&cursor="
                        + URLEncoder.encode(first.text("next"), StandardCharsets.UTF_8));
        assertThat(next.json().path("items").path(0).path("code").asString())
                .isGreaterThan(first.json().path("items").path(1).path("code").asString());
        assertThat(SERVICE.as("VIEWER").get("/api/v1/models?q=ky+tuc+xa").json().path("items"))
                .isNotEmpty();
        assertThat(SERVICE.as("VIEWER")
                        .get("/api/v1/models?q=khong+co+gi")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(SERVICE.as("VIEWER")
                        .get("/api/v1/replications?model=khong-co")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private static Map<String, Object> hold(Map<String, Object> other) {
        var body = new HashMap<String, Object>(Map.of("kind", "COMPLAINT", "reason", "Có đơn", "on", "2020-11-06"));
        body.putAll(other);
        return body;
    }
}
