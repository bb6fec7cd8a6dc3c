package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.Tokens;

/** Deny by default: with the real resource server, real signatures and a real issuer. */
class AccessTest {

    private static final RunningService SERVICE = RunningService.shared(SampleService.class);
    private static final String BOARD = "/api/v1/boards/none";

    /** What anybody may ask; everything else needs a token. */
    private static final Set<String> OPEN =
            Set.of("/open", "/v3/api-docs", "/v3/api-docs.yaml", "/swagger-ui.html", "/v3/api-docs/swagger-config");

    @Test
    void nothing_but_health_documents_and_public_paths_is_open() {
        var open = new ArrayList<String>();
        var closed = 0;
        for (var address : addresses()) {
            if (SERVICE.api()
                            .exchange(HttpMethod.valueOf(address.method()), address.path(), null)
                            .status()
                    == 401) {
                closed++;
            } else {
                open.add(address.path());
            }
        }

        assertThat(OPEN).containsAll(open);
        assertThat(open).contains("/open", "/v3/api-docs");
        assertThat(closed).isGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness", "/open"})
    void health_and_public_paths_need_no_token(String path) {
        SERVICE.api().get(path).is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/prometheus",
                "/actuator/info",
                "/actuator/env",
                "/",
                "/elsewhere",
                "/open/x"
            })
    void the_rest_does_not_even_say_whether_it_exists(String path) {
        SERVICE.api().get(path).is(401, "unauthenticated");
    }

    @Test
    void the_documents_can_be_closed() {
        try (var quiet = RunningService.start(SampleService.class, "dvk.docs=false")) {
            SERVICE.api().get("/v3/api-docs").is(200);
            quiet.api().get("/v3/api-docs").is(401);
            quiet.api().get("/swagger-ui/index.html").is(401);
            quiet.api().get("/actuator/health/readiness").is(200);
        }
    }

    @Test
    void the_documents_are_openapi_3_1_and_do_not_show_the_cause() {
        var documents = SERVICE.api().get("/v3/api-docs").is(200);

        assertThat(documents.text("openapi")).startsWith("3.1");
        assertThat(documents
                        .json()
                        .path("paths")
                        .path("/api/v1/boards/{id}/notices")
                        .path("post"))
                .isNotEmpty();
        assertThat(documents.text()).doesNotContain("\"cause\"");
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery("another audience", with("aud", "other")),
                forgery("no audience", without("aud")),
                forgery("another issuer", with("iss", "http://127.0.0.1:1")),
                forgery("never ends", without("exp")),
                forgery("nobody's", without("sub")),
                forgery("nobody's name", with("sub", " ")),
                forgery("expired", with("exp", Instant.now().minusSeconds(120).getEpochSecond())),
                forgery(
                        "not yet valid",
                        with("nbf", Instant.now().plusSeconds(120).getEpochSecond())),
                arguments("without a signature", Tokens.unsigned(Tokens.claims("canbo", "OFFICER@NA"))),
                arguments(
                        "HS256 with the public key", Tokens.signedWithPublicKey(Tokens.claims("canbo", "OFFICER@NA"))),
                arguments("another key", Tokens.signedByAnother(Tokens.claims("canbo", "OFFICER@NA"))),
                arguments("changed behind the signature", Tokens.of("canbo", "OFFICER@NA") + "x"),
                arguments("no token at all", "nonsense"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void a_token_that_is_not_right_is_none(String what, String token) {
        var answer = SERVICE.api().token(token).get(BOARD).is(401, "unauthenticated");

        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void a_minute_of_difference_between_the_clocks_is_forgiven() {
        var claims = Tokens.claims("canbo", "OFFICER@NA");
        claims.put("nbf", Instant.now().plusSeconds(30).getEpochSecond());
        claims.put("iat", Instant.now().plusSeconds(30).getEpochSecond());

        SERVICE.api().token(Tokens.signed(claims)).get(BOARD).is(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OFFICER", "REVIEWER", "COUNCIL", "AUTHORITY", "VIEWER", "ADMINISTRATOR"})
    void every_role_may_read(String role) {
        SERVICE.as(role + "@NA").get(BOARD).is(404, "not-found");
    }

    @Test
    void a_role_nobody_knows_may_not() {
        SERVICE.as("EMPEROR@VN").get(BOARD).is(403, "not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVIEWER", "COUNCIL", "AUTHORITY", "VIEWER", "ADMINISTRATOR"})
    void only_the_role_that_is_named_may_change(String role) {
        SERVICE.as(role + "@NA")
                .post("/api/v1/boards/a/notices", "{\"text\":\"x\"}")
                .is(403, "not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"text\":\"\"}", "{\"text\":7}", "", "[[[["})
    void whoever_may_not_is_not_told_what_is_wrong_with_the_body(String body) {
        SERVICE.as("VIEWER@NA").post("/api/v1/boards/a/notices", body).is(403, "not-allowed");
        SERVICE.as("VIEWER@NA")
                .header("If-Match", "7")
                .header("Idempotency-Key", "a b")
                .post("/api/v1/boards/a/notices", body)
                .is(403, "not-allowed");
        SERVICE.as("OFFICER@NA").post("/api/v1/boards/a/notices", body).is(body.contains("\"\"") ? 422 : 400);
    }

    @Test
    void the_body_of_whoever_may_not_is_not_even_read() {
        SERVICE.as("VIEWER@NA").post("/api/v1/forms", "x".repeat(3 << 20)).is(403, "not-allowed");
    }

    @Test
    void each_refusal_leaves_one_line() {
        try (var log = new Log()) {
            SERVICE.api()
                    .token("nonsense")
                    .header("X-Correlation-Id", "l-401")
                    .get(BOARD)
                    .is(401);
            SERVICE.api().header("X-Correlation-Id", "l-none").get(BOARD).is(401);
            SERVICE.api()
                    .token(Tokens.of("x\n2026 admin", "VIEWER@NA"))
                    .header("X-Correlation-Id", "l-403")
                    .post("/api/v1/forms", "{}")
                    .is(403);
            SERVICE.as("EMPEROR@VN").get(BOARD).is(403);

            var lines = log.of("SecurityLog");
            assertThat(lines).hasSize(4);
            assertThat(lines.get(0)).contains("401", "actor unknown", "127.0.0.1", "GET " + BOARD, "[l-401]");
            assertThat(lines.get(1)).contains("401", "[l-none]");
            assertThat(lines.get(2)).contains("403", "actor x?2026 admin", "POST /api/v1/forms", "[l-403]");
            assertThat(lines.get(3)).contains("403", "actor emperor");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open",
                "/api/v1/boards/none",
                "/elsewhere",
                "/v3/api-docs",
                "/api/v1/boards/%00",
                "/actuator/health"
            })
    void every_answer_says_what_a_browser_may_do_with_it(String path) {
        var answer = SERVICE.as("VIEWER@VN").get(path);

        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void the_page_of_the_documents_may_load_its_own_script_and_nothing_else() {
        assertThat(SERVICE.api().get("/swagger-ui/index.html").is(200).header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
    }

    @Test
    void what_a_stranger_says_of_where_he_comes_from_is_not_believed() {
        var answer = forwarded(SERVICE);

        assertThat(answer.text("address")).isEqualTo("127.0.0.1");
        assertThat(answer.text("url")).startsWith("http://127.0.0.1:").doesNotContain("evil");
        assertThat(SERVICE.api()
                        .header("X-Forwarded-Host", "evil.example")
                        .get("/v3/api-docs")
                        .text())
                .doesNotContain("evil.example");
    }

    @Test
    void what_a_trusted_proxy_says_of_it_is() {
        try (var behind = RunningService.start(SampleService.class, "dvk.trusted-proxies=127.0.0.0/8,::1")) {
            var answer = forwarded(behind);

            assertThat(answer.text("address")).isEqualTo("203.0.113.7");
            assertThat(answer.text("url")).startsWith("https://evil.example/");
        }
    }

    private static ApiResponse forwarded(RunningService service) {
        return service.as("VIEWER@VN")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .get("/api/v1/whence")
                .is(200);
    }

    @Test
    void the_meters_are_for_the_scope_metrics_only() {
        var meters = "/actuator/prometheus";

        SERVICE.as("ADMINISTRATOR@VN").get(meters).is(403);
        SERVICE.api().token(withScope("nometrics")).get(meters).is(403);
        SERVICE.api().token(withScope("read metrics")).get(meters).is(200);
        var answer = SERVICE.api().token(Tokens.ofMetrics()).get(meters).is(200);

        assertThat(answer.text()).contains("dvk_relay_pending", "dvk_waiting_streams", "dvk_consumer_lag");
        SERVICE.api().token(Tokens.ofMetrics()).get(BOARD).is(403);
    }

    @Test
    void when_the_issuer_is_away_it_is_not_the_callers_fault() {
        try (var lonely = RunningService.start(
                SampleService.class, "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1")) {
            var answer = lonely.as("VIEWER").get(BOARD).is(503, "issuer-away");

            assertThat(answer.header("Retry-After")).isNotEmpty();
            lonely.api().get("/actuator/health/readiness").is(200);
        }
    }

    private record Address(String method, String path) {}

    private static List<Address> addresses() {
        return SERVICE.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .map(path -> new Address(
                                mapping.getMethodsCondition().getMethods().stream()
                                        .findFirst()
                                        .orElse(RequestMethod.GET)
                                        .name(),
                                path.replaceAll("\\{[^}]*}", "x"))))
                .distinct()
                .toList();
    }

    private static String withScope(String scope) {
        var claims = Tokens.claims("prometheus");
        claims.put("scope", scope);
        return Tokens.signed(claims);
    }

    private static UnaryOperator<Map<String, Object>> with(String claim, Object value) {
        return claims -> {
            claims.put(claim, value);
            return claims;
        };
    }

    private static UnaryOperator<Map<String, Object>> without(String claim) {
        return claims -> {
            claims.remove(claim);
            return claims;
        };
    }

    private static Arguments forgery(String what, UnaryOperator<Map<String, Object>> change) {
        return arguments(what, Tokens.signed(change.apply(Tokens.claims("canbo", "OFFICER@NA"))));
    }
}
