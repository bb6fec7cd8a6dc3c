package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.SERVICE;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newDraft;
import static vn.dvk.registration.running.RunningRegistration.registration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.registration.running.Bodies;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.Tokens;

/** Bad input is told which field, why and what to do, in two languages, and changes nothing. */
class RefusalsTest {

    @Test
    void json_that_is_none() {
        as("OFFICER").post("/api/v1/registrations", "{\"name\": ").is(400, "malformed-json");
    }

    @Test
    void a_field_that_does_not_exist() {
        var problem = draft(form().put("tittle", "x")).is(400, "unknown-field").json();
        assertEquals("tittle", problem.path("errors").get(0).path("field").asString());
        assertTrue(problem.path("detail").asString().contains("tittle"));
    }

    @Test
    void a_value_of_the_wrong_type() {
        draft(form().put("start", "31/12/2024")).is(400, "malformed-field");
        var problem =
                draft(form().put("kind", "THING")).is(400, "malformed-field").json();
        assertEquals("kind", problem.path("errors").get(0).path("field").asString());
    }

    @Test
    void every_field_is_measured() {
        assertField(form().put("name", "x".repeat(301)), "name", "constraint.Size");
        assertField(form().put("name", " \u00a0\u200b"), "name", "required");
        assertField(form().put("situation", "x".repeat(4001)), "situation", "constraint.Size");
        assertField(form().put("unit", "na-01"), "unit", "constraint.Pattern");
        assertField(form().put("replicaOf", "mô hình gốc"), "replicaOf", "constraint.Pattern");
        assertField(form().put("chosenOn", "2999-01-01"), "chosenOn", "constraint.PastOrPresent");
        var person = form();
        person.withObject("person").put("name", "Lô Thị Mai").put("birthDate", "2999-01-01");
        assertField(person, "person.birthDate", "constraint.Past");
        var goal = form();
        goal.withArray("goals").addObject().put("target", "x".repeat(301));
        assertField(goal, "goals[1].target", "constraint.Size");
    }

    @Test
    void the_faults_of_a_body_are_named_also_where_the_path_is_checked() {
        var unit = as("ADMINISTRATOR")
                .put("/api/v1/units/NA-01", Bodies.unit(" ").put("parent", "na"))
                .is(422, "invalid-fields")
                .json();
        assertEquals(
                java.util.Set.of("name", "parent"),
                java.util.Set.copyOf(unit.path("errors").findValuesAsString("field")));
        var programme = Bodies.programme();
        programme.remove("levels");
        as("ADMINISTRATOR").put("/api/v1/programmes/P-1", programme).is(422, "invalid-fields");
        as("ADMINISTRATOR").put("/api/v1/units/na-01", Bodies.unit("Xã")).is(400, "malformed-parameter");
    }

    @Test
    void a_day_in_the_future_and_today_in_vietnam_is_none() {
        var id = newDraft();
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        as("OFFICER")
                .post(
                        registration(id) + "/withdrawal",
                        Bodies.because(today.plusDays(2).toString(), "Nhầm"))
                .is(422, "invalid-fields");
        as("OFFICER")
                .post(registration(id) + "/withdrawal", Bodies.because(today.toString(), "Đăng ký nhầm"))
                .is(200);
    }

    @Test
    void a_body_beyond_the_limit_however_it_is_sent() throws Exception {
        var large = form().put("situation", "x".repeat(3 * 1024 * 1024)).toString();
        as("OFFICER").post("/api/v1/registrations", large).is(413, "too-large");
        assertEquals(413, chunked("/api/v1/registrations", large));
    }

    /** Without saying beforehand how long it is. */
    private static int chunked(String path, String body) throws IOException, InterruptedException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(SERVICE.uri() + path))
                                    .header("Authorization", "Bearer " + Tokens.of("officer", "OFFICER@NA"))
                                    .header("Idempotency-Key", Bodies.newKey())
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void a_post_without_key_or_with_a_malformed_one() {
        as("OFFICER").exchange(HttpMethod.POST, "/api/v1/registrations", form()).is(400, "idempotency-key-required");
        as("OFFICER").key("a b").post("/api/v1/registrations", form()).is(400, "idempotency-key-malformed");
        as("OFFICER").key("k".repeat(81)).post("/api/v1/registrations", form()).is(400, "idempotency-key-malformed");
    }

    @Test
    void another_media_type_method_or_address() {
        as("OFFICER")
                .header("Content-Type", "text/plain")
                .key(Bodies.newKey())
                .post("/api/v1/registrations", form())
                .is(415, "unsupported-media-type");
        var method = as("ADMINISTRATOR")
                .exchange(HttpMethod.DELETE, "/api/v1/units", null)
                .is(405, "method-not-allowed");
        assertTrue(method.header("Allow").contains("GET"));
        as("VIEWER").get("/api/v1/nothing").is(404, "no-such-address");
        as("VIEWER").header("Accept", "text/csv").get("/api/v1/units").is(406);
    }

    @Test
    void the_reader_chooses_the_language_and_vietnamese_is_the_first() {
        assertEquals("Không tìm thấy", title("vi"));
        assertEquals("Not found", title("en-GB,en;q=0.8"));
        assertEquals("Không tìm thấy", title("fr"));
    }

    @Test
    void an_apostrophe_is_one_in_texts_that_fill_nothing_in() {
        var programme = Bodies.programme().put("to", "2023-12-31");
        var problem = as("ADMINISTRATOR")
                .language("en")
                .put("/api/v1/programmes/P-1", programme)
                .is(422, "programme-invalid")
                .json();
        assertTrue(problem.path("detail").asString().contains("programme's settings"), problem.toString());
    }

    @Test
    void a_problem_bears_the_correlation_of_its_request() {
        var answer = as("VIEWER").header("X-Correlation-Id", "tim-don-vi-1").get("/api/v1/units/NOBODY");
        answer.is(404, "not-found");
        assertEquals("tim-don-vi-1", answer.json().path("correlation").asString());
        assertEquals("tim-don-vi-1", answer.header("X-Correlation-Id"));
        assertEquals("/api/v1/units/NOBODY", answer.json().path("instance").asString());
    }

    private String title(String language) {
        return as("VIEWER")
                .language(language)
                .get("/api/v1/units/NOBODY")
                .is(404, "not-found")
                .json()
                .path("title")
                .asString();
    }

    private void assertField(ObjectNode form, String field, String code) {
        var error = draft(form).is(422, "invalid-fields").json().path("errors").get(0);
        assertEquals(field, error.path("field").asString());
        assertEquals(code, error.path("code").asString());
        assertTrue(error.path("detail").asString().length() > 10, error.toString());
    }

    private ApiResponse draft(ObjectNode form) {
        return as("OFFICER").post("/api/v1/registrations", form);
    }

    private static ObjectNode form() {
        return Bodies.form("P-1", "U-1");
    }
}
