package vn.dvk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's way from signing in to signing out, against the real issuer. */
class SessionTest {

    private static final String PAGE = "/registration/api/v1/registrations?cursor=a%20b";

    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        RunningGateway.letTimePass(Duration.ZERO);
        browser.close();
    }

    @Test
    void a_person_signs_in_comes_back_to_the_page_and_the_service_gets_their_token() throws Exception {
        var page = browser.signIn(PAGE, "xetduyet");

        assertThat(page.uri()).isEqualTo(RunningGateway.address().resolve(PAGE));
        var seen = json(page);
        assertThat(seen.get("service").asString()).isEqualTo("registration");
        assertThat(seen.get("path").asString()).isEqualTo("/api/v1/registrations?cursor=a%20b");
        assertThat(seen.get("cookie").isNull()).isTrue();
        var token = SignedJWT.parse(seen.get("authorization").asString().substring("Bearer ".length()))
                .getJWTClaimsSet();
        assertThat(token.getSubject()).isEqualTo("xetduyet");
        assertThat(token.getAudience()).containsExactly("dvk");
    }

    @Test
    void the_session_is_a_cookie_that_scripts_cannot_read_and_the_tokens_are_nowhere() {
        browser.signIn("/login", "xetduyet");
        var token = bearer(browser.fetch("/evaluation/api/v1/evaluations"));
        browser.open("/");

        var session = browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals("DVK_GATEWAY"))
                .findFirst()
                .orElseThrow();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getValue()).isNotEqualTo("stolen");
        // A code is not a token; whatever is one begins like this.
        assertThat(browser.seen().stream().filter(text -> !text.contains("\"authorization\"")))
                .noneMatch(text -> text.contains(token) || text.contains("eyJ"));
    }

    @Test
    void signing_out_ends_the_session_here_and_at_the_issuer() {
        browser.signIn("/login", "xetduyet");

        var out = browser.follow(browser.post("/logout", "", "Sec-Fetch-Site", "same-origin"));

        assertThat(out.uri()).isEqualTo(RunningGateway.address().resolve("/"));
        assertThat(browser.fetch(PAGE).statusCode()).isEqualTo(401);
        assertThat(browser.open(PAGE).uri().toString())
                .as("the issuer asks for the password again")
                .startsWith(RunningGateway.issuer() + "/login");
    }

    @Test
    void a_link_does_not_sign_anybody_out() {
        browser.signIn("/login", "xetduyet");

        browser.open("/logout");

        assertThat(browser.fetch(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void twenty_requests_at_the_moment_of_refresh_all_pass() throws Exception {
        browser.signIn("/login", "xetduyet");
        var before = bearer(browser.fetch(PAGE));
        // So far that every access token is due at once, new ones too: each refresh token is used up twenty times over.
        RunningGateway.letTimePass(Duration.ofMinutes(29).plusSeconds(30));

        var go = new CountDownLatch(1);
        var answers = new ArrayList<HttpResponse<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> request = () -> {
                go.await();
                return browser.fetch(PAGE);
            };
            var running = IntStream.range(0, 20)
                    .mapToObj(_ -> threads.submit(request))
                    .toList();
            go.countDown();
            for (var one : running) {
                answers.add(one.get());
            }
        }

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().map(SessionTest::bearer)).doesNotContain(before);
        assertThat(browser.fetch(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void while_the_issuer_is_away_that_is_said_and_when_its_refresh_tokens_have_ended_one_signs_in_again() {
        browser.signIn("/login", "xetduyet");
        try (var other = new Browser()) {
            other.signIn("/login", "canbo");

            RunningGateway.stopIssuer();
            RunningGateway.letTimePass(Duration.ofMinutes(29).plusSeconds(30));
            var away = browser.fetch(PAGE);
            assertThat(away.statusCode()).isEqualTo(502);
            assertThat(json(away).get("code").asString()).isEqualTo("issuer-away");
            RunningGateway.letTimePass(Duration.ZERO);
            assertThat(browser.fetch(PAGE).statusCode())
                    .as("a token that is still good")
                    .isEqualTo(200);

            RunningGateway.startIssuer(); // it has forgotten the refresh tokens
            RunningGateway.letTimePass(Duration.ofMinutes(29).plusSeconds(30));
            var fetched = browser.fetch(PAGE);
            assertThat(fetched.statusCode()).isEqualTo(401);
            assertThat(json(fetched).get("code").asString()).isEqualTo("unauthenticated");

            var opened = other.open(PAGE);
            assertThat(opened.statusCode()).isEqualTo(200);
            assertThat(opened.uri().toString()).startsWith(RunningGateway.issuer() + "/login");
        }
    }

    private static String bearer(HttpResponse<String> answer) {
        return json(answer).get("authorization").asString().substring("Bearer ".length());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.body()).startsWith("{");
        return JsonMapper.shared().readTree(answer.body());
    }
}
