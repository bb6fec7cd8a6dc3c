package vn.dvk.service.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.ApiClient;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.RunningService;

/** Whatever is wrong with a request: a problem with a stable code, in the reader's language, that says what to do. */
class ProblemsTest {

    private static final ApiClient OFFICER =
            RunningService.shared(SampleService.class).as("OFFICER@NA");
    private static final String NOTICE = "{\"text\":\"Họp lúc 7 giờ\"}";
    private static final int TOO_MUCH = 3 << 20;

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("another role", 403, "not-allowed", caller -> post(caller.as("VIEWER"), NOTICE)),
                wrong("no such board", 404, "not-found", caller -> caller.get("/api/v1/boards/none")),
                wrong("no such address", 404, "no-such-address", caller -> caller.get("/api/v1/nowhere")),
                wrong(
                        "not signed in",
                        401,
                        "unauthenticated",
                        caller -> caller.token("nonsense").get("/api/v1/boards/a")),
                wrong(
                        "no role",
                        403,
                        "not-allowed",
                        caller -> caller.person("canbo").get("/api/v1/boards/a")),
                wrong(
                        "another method",
                        405,
                        "method-not-allowed",
                        caller -> caller.exchange(HttpMethod.DELETE, "/api/v1/boards/a", null)),
                wrong(
                        "another answer",
                        406,
                        "not-acceptable",
                        caller -> caller.header("Accept", "application/xml").get("/api/v1/boards?day=2024-06-30")),
                wrong("an old version", 412, "overtaken", caller -> post(caller.ifMatch("\"7\""), NOTICE)),
                wrong("too large and says so", 413, "too-large", caller -> post(caller, "x".repeat(TOO_MUCH))),
                wrong("too large and does not say so", 413, "too-large", caller -> post(caller, tooMuch())),
                wrong(
                        "another content",
                        415,
                        "unsupported-media-type",
                        caller -> post(caller.header("Content-Type", "text/plain"), NOTICE)),
                wrong("no JSON", 400, "malformed-json", caller -> post(caller, "{\"text\":")),
                wrong("no body", 400, "malformed-json", caller -> post(caller, "")),
                wrong("no object", 400, "malformed-json", caller -> post(caller, "[1]")),
                wrong(
                        "an unknown field",
                        400,
                        "unknown-field",
                        caller -> post(caller, "{\"text\":\"a\",\"tekst\":\"b\"}")),
                wrong(
                        "no date",
                        400,
                        "malformed-field",
                        caller -> post(caller, "{\"text\":\"a\",\"on\":\"31/12/2024\"}")),
                wrong("no such day", 400, "malformed-parameter", caller -> caller.get("/api/v1/boards?day=2024-02-30")),
                wrong("a parameter missing", 400, "missing-parameter", caller -> caller.get("/api/v1/boards")),
                wrong("a strange ETag", 400, "malformed-etag", caller -> post(caller.ifMatch("7"), NOTICE)),
                wrong(
                        "no key",
                        400,
                        "idempotency-key-required",
                        caller -> caller.exchange(HttpMethod.POST, address(), NOTICE)),
                wrong("a strange key", 400, "idempotency-key-malformed", caller -> post(caller.key("a b"), NOTICE)),
                wrong("a blank text", 422, "invalid-fields", caller -> post(caller, "{\"text\":\" \"}")),
                wrong("a rule broken", 422, "word-not-allowed", caller -> post(caller, "{\"text\":\"cấm vào\"}")),
                wrong("a defect of ours", 500, "internal", caller -> caller.get("/api/v1/defect")),
                wrong(
                        "an address that hides something",
                        400,
                        "malformed-address",
                        caller -> caller.get("/api/v1/boards/a;b=c")));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("wrong")
    void what_is_wrong_is_a_problem_in_two_languages(
            String what, int status, String code, Function<ApiClient, ApiResponse> request) {
        var vietnamese = request.apply(OFFICER).is(status, code).inLanguage("vi");
        var english = request.apply(OFFICER.language("en")).is(status, code).inLanguage("en");

        for (var problem : List.of(vietnamese, english)) {
            assertThat(problem.text("instance")).startsWith("/api/v1/");
            assertThat(problem.text("correlation")).isNotEmpty().isEqualTo(problem.header("X-Correlation-Id"));
            assertThat(problem.text("title")).doesNotContain(code);
            assertThat(problem.text("detail")).doesNotContain("{");
            assertThat(problem.text()).doesNotContain("Exception", "vn.dvk.", "a secret of the inside");
        }
        assertThat(vietnamese.text("title")).isNotEqualTo(english.text("title"));
        assertThat(vietnamese.text("detail")).isNotEqualTo(english.text("detail"));
    }

    @Test
    void vietnamese_is_spoken_to_whoever_asks_for_nothing_we_speak() {
        OFFICER.language("fr,de;q=0.5")
                .get("/api/v1/boards/none")
                .is(404, "not-found")
                .inLanguage("vi");
    }

    @Test
    void each_field_is_named_and_says_what_is_wrong_with_it() {
        var problem = post(OFFICER.language("en"), "{\"text\":\"" + "a".repeat(41) + "\"}")
                .is(422, "invalid-fields");

        assertThat(problem.faults()).containsOnlyKeys("text");
        assertThat(problem.json().path("errors").path(0).path("detail").asString())
                .contains("0 to 40");
    }

    @Test
    void a_fault_of_the_business_names_its_field_too() {
        var problem =
                post(OFFICER, "{\"text\":\"cấm\"}").is(422, "word-not-allowed").fault("text", "word-not-allowed");

        assertThat(problem.json().path("errors").path(0).path("detail").asString())
                .contains("cấm");
    }

    @Test
    void a_state_that_does_not_allow_it_is_a_conflict() {
        var board = address();
        for (var i = 0; i < 3; i++) {
            OFFICER.post(board, NOTICE).is(200);
        }

        var full = OFFICER.language("en").post(board, NOTICE);

        assertThat(full.is(409, "board-full").text("detail")).contains("3 notices");
    }

    @Test
    void another_method_is_told_the_right_ones() {
        assertThat(OFFICER.exchange(HttpMethod.DELETE, "/api/v1/boards/a", null).header("Allow"))
                .contains("GET");
    }

    private static ApiResponse post(ApiClient caller, Object body) {
        return caller.post(address(), body);
    }

    /** A stream, so that its length is not known before it has been sent. */
    private static Resource tooMuch() {
        return new InputStreamResource(new ByteArrayInputStream(("\"" + "x".repeat(TOO_MUCH)).getBytes(UTF_8)));
    }

    private static String address() {
        return "/api/v1/boards/" + UUID.randomUUID() + "/notices";
    }

    private static Arguments wrong(String what, int status, String code, Function<ApiClient, ApiResponse> request) {
        return arguments(what, status, code, request);
    }
}
