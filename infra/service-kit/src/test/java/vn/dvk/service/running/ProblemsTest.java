package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a request: a problem with a stable code, in the reader's language, that says what to do. */
class ProblemsTest {

    private static final Service SERVICE = Service.shared();
    private static final String NOTICE = "{\"text\":\"Họp lúc 7 giờ\"}";
    private static final int TOO_MUCH = 3 << 20;

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("not signed in", 401, "unauthenticated", () -> SERVICE.request("GET", "/api/v1/boards/a")),
                wrong("another role", 403, "not-allowed", () -> post(NOTICE).as("VIEWER@VN")),
                wrong(
                        "no role",
                        403,
                        "not-allowed",
                        () -> SERVICE.get("/api/v1/boards/a").as()),
                wrong("no such board", 404, "not-found", () -> SERVICE.get("/api/v1/boards/none")),
                wrong("no such address", 404, "no-such-address", () -> SERVICE.get("/api/v1/nowhere")),
                wrong(
                        "another method",
                        405,
                        "method-not-allowed",
                        () -> SERVICE.request("DELETE", "/api/v1/boards/a").as("OFFICER@NA")),
                wrong(
                        "another answer",
                        406,
                        "not-acceptable",
                        () -> SERVICE.get("/api/v1/boards?day=2024-06-30").header("Accept", "application/xml")),
                wrong("an old version", 412, "overtaken", () -> post(NOTICE).header("If-Match", "\"7\"")),
                wrong("too large and says so", 413, "too-large", () -> post("x".repeat(TOO_MUCH))),
                wrong(
                        "too large and does not say so",
                        413,
                        "too-large",
                        () -> post("").body(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(("\"" + "x".repeat(TOO_MUCH)).getBytes())))),
                wrong(
                        "another content",
                        415,
                        "unsupported-media-type",
                        () -> post(NOTICE).header("Content-Type", "text/plain")),
                wrong("no JSON", 400, "malformed-json", () -> post("{\"text\":")),
                wrong("no body", 400, "malformed-json", () -> post("")),
                wrong("no object", 400, "malformed-json", () -> post("[1]")),
                wrong("an unknown field", 400, "unknown-field", () -> post("{\"text\":\"a\",\"tekst\":\"b\"}")),
                wrong("no date", 400, "malformed-field", () -> post("{\"text\":\"a\",\"on\":\"31/12/2024\"}")),
                wrong("no such day", 400, "malformed-parameter", () -> SERVICE.get("/api/v1/boards?day=2024-02-30")),
                wrong("a parameter missing", 400, "missing-parameter", () -> SERVICE.get("/api/v1/boards")),
                wrong(
                        "a strange ETag",
                        400,
                        "malformed-etag",
                        () -> post(NOTICE).header("If-Match", "7")),
                wrong(
                        "no key",
                        400,
                        "idempotency-key-required",
                        () -> SERVICE.request("POST", address())
                                .as("OFFICER@NA")
                                .json(NOTICE)),
                wrong(
                        "a strange key",
                        400,
                        "idempotency-key-malformed",
                        () -> post(NOTICE).header("Idempotency-Key", "a b")),
                wrong("a blank text", 422, "invalid-fields", () -> post("{\"text\":\" \"}")),
                wrong("a rule broken", 422, "word-not-allowed", () -> post("{\"text\":\"cấm vào\"}")),
                wrong("a defect of ours", 500, "internal", () -> SERVICE.get("/api/v1/defect")),
                wrong(
                        "an address that hides something",
                        400,
                        "malformed-address",
                        () -> SERVICE.get("/api/v1/boards/a;b=c")));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("wrong")
    void what_is_wrong_is_a_problem_in_two_languages(String what, int status, String code, Supplier<Request> request) {
        var vietnamese = request.get().send().is(status, code);
        var english = request.get().header("Accept-Language", "en").send().is(status, code);

        for (var problem : new Request.Answer[] {vietnamese, english}) {
            assertThat(problem.text("type")).isEqualTo("/problems/" + code);
            assertThat(problem.json().path("status").asInt()).isEqualTo(status);
            assertThat(problem.text("instance")).startsWith("/api/v1/");
            assertThat(problem.text("correlation")).isNotEmpty().isEqualTo(problem.header("X-Correlation-Id"));
            assertThat(problem.text("title")).isNotEmpty().doesNotContain(code);
            assertThat(problem.text("detail")).isNotEmpty().doesNotContain("{").isNotEqualTo(code);
            assertThat(problem.text()).doesNotContain("Exception", "vn.dvk.", "a secret of the inside");
        }
        assertThat(vietnamese.text("title")).isNotEqualTo(english.text("title"));
        assertThat(vietnamese.text("detail")).isNotEqualTo(english.text("detail"));
    }

    @Test
    void vietnamese_is_spoken_to_whoever_asks_for_nothing_we_speak() {
        assertThat(SERVICE.get("/api/v1/boards/none")
                        .header("Accept-Language", "fr,de;q=0.5")
                        .send()
                        .text("title"))
                .isEqualTo("Không tìm thấy");
    }

    @Test
    void each_field_is_named_and_says_what_is_wrong_with_it() {
        var errors = post("{\"text\":\"" + "a".repeat(41) + "\"}")
                .header("Accept-Language", "en")
                .send()
                .is(422, "invalid-fields")
                .json()
                .path("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).path("field").asString()).isEqualTo("text");
        assertThat(errors.get(0).path("detail").asString()).contains("0 to 40");
    }

    @Test
    void a_fault_of_the_business_names_its_field_too() {
        var errors = post("{\"text\":\"cấm\"}").send().is(422).json().path("errors");

        assertThat(errors.get(0).path("field").asString()).isEqualTo("text");
        assertThat(errors.get(0).path("detail").asString()).contains("cấm");
    }

    @Test
    void a_state_that_does_not_allow_it_is_a_conflict() {
        var board = address();
        for (var i = 0; i < 3; i++) {
            SERVICE.post(board, NOTICE).send().is(200);
        }

        var full = SERVICE.post(board, NOTICE).header("Accept-Language", "en").send();

        assertThat(full.is(409, "board-full").text("detail")).contains("3 notices");
    }

    @Test
    void another_method_is_told_the_right_ones() {
        assertThat(SERVICE.request("DELETE", "/api/v1/boards/a")
                        .as("OFFICER@NA")
                        .send()
                        .header("Allow"))
                .contains("GET");
    }

    private static Request post(String body) {
        return SERVICE.post(address(), body);
    }

    private static String address() {
        return "/api/v1/boards/" + UUID.randomUUID() + "/notices";
    }

    private static Arguments wrong(String what, int status, String code, Supplier<Request> request) {
        return arguments(what, status, code, request);
    }
}
