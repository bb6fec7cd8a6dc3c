package vn.dvk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes through, what is kept back, and what is said when nobody is behind an address. */
class PassingOnTest {

    private static final String API = "/registration/api/v1/registrations";

    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_programs_token_reaches_the_service_as_it_is_and_starts_no_session() {
        var answer = browser.fetch(API, "Authorization", "Bearer abc.def", "X-Forwarded-For", "10.0.0.1");

        var seen = json(answer);
        assertThat(seen.get("authorization").asString()).isEqualTo("Bearer abc.def");
        assertThat(seen.get("forwarded").isNull()).isTrue();
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void a_program_posts_without_any_word_about_where_it_comes_from_and_finds_what_it_made() {
        var answer = browser.post(
                API,
                "{\"name\": \"Tổ tự quản\"}",
                "Authorization",
                "Bearer abc.def",
                "Content-Type",
                "application/json");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).get("path").asString()).isEqualTo("/api/v1/registrations");
        assertThat(json(answer).get("body").asString()).isEqualTo("{\"name\": \"Tổ tự quản\"}");
        assertThat(answer.headers().firstValue("Location")).contains(API + "/17");
    }

    @Test
    void what_a_service_says_about_its_page_stays_and_its_cookies_do_not() {
        var answer = browser.open("/");

        assertThat(json(answer).get("service").asString()).isEqualTo("reporting");
        assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'self'");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=60");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_password_for_somebody_else_is_not_passed_on() {
        assertThat(json(browser.fetch("/assets/page.css", "Authorization", "Basic YTpi"))
                        .get("authorization")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Mode, cors",
        "HX-Request, true",
        "Accept, application/json",
        "Accept, text/event-stream",
    })
    void who_has_not_signed_in_gets_401_where_a_redirect_would_help_nobody(String header, String value)
            throws Exception {
        var answer = plain("GET", API, header, value, "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("code").asString()).isEqualTo("unauthenticated");
        assertThat(problem.get("title").asString()).isEqualTo("Not signed in");
        assertThat(problem.get("instance").asString()).isEqualTo(API);
    }

    @Test
    void a_page_leads_to_the_login_with_a_proof_key() throws Exception {
        var begin = plain("GET", API, "Sec-Fetch-Mode", "navigate");
        assertThat(begin.headers().firstValue("Location")).contains("/oauth2/authorization/dvk");

        var issuer = plain("GET", "/oauth2/authorization/dvk");
        assertThat(issuer.headers().firstValue("Location").orElseThrow())
                .startsWith(RunningGateway.issuer() + "/oauth2/authorize?")
                .contains("code_challenge_method=S256");
    }

    /** Somebody who has signed in looks at a page of another site, which sends a form in their name. */
    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Origin, https://elsewhere.example, 403",
        "Origin, null, 403",
        "X-Nothing, at all, 403",
        "Sec-Fetch-Site, same-origin, 201",
        "Sec-Fetch-Site, none, 201",
    })
    void only_our_own_pages_change_anything(String header, String value, int status) {
        browser.signIn("/login", "canbo");

        var answer = browser.post(API, "a=1", header, value, "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(json(answer).get("code").asString()).isEqualTo("cross-site");
            assertThat(json(answer).get("title").asString()).isEqualTo("Yêu cầu đến từ trang khác");
        } else {
            assertThat(json(answer).get("body").asString()).isEqualTo("a=1");
        }
    }

    @Test
    void an_older_browser_says_its_origin() {
        browser.signIn("/login", "canbo");

        assertThat(browser.post(API, "{}", "Origin", RunningGateway.address().toString())
                        .statusCode())
                .isEqualTo(201);
        assertThat(browser.post(
                                API,
                                "{}",
                                "Origin",
                                RunningGateway.address().toString(),
                                "Sec-Fetch-Site",
                                "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_service_that_is_down_is_a_502_in_the_readers_language() throws Exception {
        var vietnamese = plain("GET", "/awards/api/v1/decisions", "Authorization", "Bearer abc.def");
        var english =
                plain("GET", "/awards/api/v1/decisions", "Authorization", "Bearer abc.def", "Accept-Language", "en-GB");

        assertThat(vietnamese.statusCode()).isEqualTo(502);
        assertThat(vietnamese.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(json(vietnamese).get("code").asString()).isEqualTo("service-away");
        assertThat(json(vietnamese).get("title").asString()).isEqualTo("Dịch vụ tạm thời không trả lời");
        assertThat(json(english).get("title").asString()).isEqualTo("The service does not answer");
    }

    @Test
    void a_person_reads_a_page_about_it() throws Exception {
        var page = plain(
                "GET", "/awards/api/v1/decisions", "Authorization", "Bearer abc.def", "Sec-Fetch-Mode", "navigate");

        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("<h1>Dịch vụ tạm thời không trả lời</h1>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
    }

    @ParameterizedTest
    @CsvSource({"/registration/actuator/prometheus", "/reporting/actuator/health", "/registration/", "/actuator/env"})
    void nothing_else_of_a_service_is_reached(String path) throws Exception {
        browser.signIn("/login", "canbo");

        var answer = browser.fetch(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("code").asString()).isEqualTo("no-such-address");
        assertThat(json(answer).get("instance").asString()).isEqualTo(path);
        assertThat(plain("GET", path, "Authorization", "Bearer abc.def").statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_address_that_hides_something_is_none() throws Exception {
        var answer = plain("GET", "/registration/api/v1/units;x=1", "Authorization", "Bearer abc.def");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isEqualTo("malformed-address");
    }

    @Test
    void a_sign_in_that_nobody_has_begun_fails_with_a_page() throws Exception {
        var answer = plain("GET", "/login/oauth2/code/dvk?code=x&state=y", "Sec-Fetch-Mode", "navigate");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("<h1>Đăng nhập không thành công</h1>")
                .doesNotContain("<script");
    }

    @Test
    void health_is_open() throws Exception {
        assertThat(plain("GET", "/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    @Timeout(30)
    void a_frame_passes_at_once_and_the_service_notices_when_the_reader_leaves() throws Exception {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(RunningGateway.address().resolve("/live"))
                .header("Accept", "text/event-stream");
        var stream = client.send(request.build(), BodyHandlers.ofInputStream());
        try (var body = stream.body()) {
            assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            // The stream does not end, so what comes has not waited for a buffer to fill.
            var frame = body.readNBytes(Backend.FRAME.length());
            assertThat(new String(frame, StandardCharsets.UTF_8)).isEqualTo(Backend.FRAME);
            assertThat(RunningGateway.REPORTING.readerLeftWithin(0)).isFalse();
        } finally {
            client.shutdownNow();
        }

        assertThat(RunningGateway.REPORTING.readerLeftWithin(10)).isTrue();
    }

    private static HttpResponse<String> plain(String method, String path, String... headers)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(RunningGateway.address().resolve(path))
                    .method(method, HttpRequest.BodyPublishers.noBody());
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.body()).startsWith("{");
        return JsonMapper.shared().readTree(answer.body());
    }
}
