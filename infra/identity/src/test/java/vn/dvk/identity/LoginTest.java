package vn.dvk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.identity.RunningIdentity.encoded;
import static vn.dvk.identity.RunningIdentity.json;

import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a person through the browser: gateway, login form, code, tokens. */
class LoginTest {

    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";
    private static final String BACK = RunningIdentity.GATEWAY + "/login/oauth2/code/dvk";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("code=([^&]+)");

    @TempDir
    private Path home;

    private RunningIdentity identity;

    @BeforeEach
    void start() {
        identity = RunningIdentity.in(home);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    @Test
    void a_person_signs_in_and_the_gateway_gets_their_tokens() throws Exception {
        assertThat(location(identity.get(authorization(), "Accept", "text/html")))
                .endsWith("/login");
        assertThat(location(signIn("xetduyet", "demo"))).contains("/oauth2/authorize");

        var answer = location(identity.get(authorization(), "Accept", "text/html"));
        assertThat(answer).startsWith(BACK).contains("state=s1");

        var tokens = json(exchange(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                found(CODE, answer),
                "redirect_uri",
                BACK,
                "code_verifier",
                VERIFIER)));
        var access = SignedJWT.parse(tokens.get("access_token").asString()).getJWTClaimsSet();
        assertThat(access.getSubject()).isEqualTo("xetduyet");
        assertThat(access.getAudience()).containsExactly("dvk");
        assertThat(access.getClaim("assignments")).isEqualTo(List.of(Map.of("role", "REVIEWER", "unit", "VN")));

        // The ID token is for the gateway alone: with another audience, no service takes it for an access token.
        var id = SignedJWT.parse(tokens.get("id_token").asString()).getJWTClaimsSet();
        assertThat(id.getAudience()).containsExactly(Clients.GATEWAY);
        assertThat(id.getStringClaim("name")).isEqualTo("Trần Văn Bình");

        var refreshed = json(exchange(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.get("refresh_token").asString())));
        assertThat(SignedJWT.parse(refreshed.get("access_token").asString())
                        .getJWTClaimsSet()
                        .getClaim("assignments"))
                .isEqualTo(access.getClaim("assignments"));
    }

    @Test
    void a_code_without_its_verifier_is_worth_nothing() {
        signIn("xetduyet", "demo");
        var answer = location(identity.get(authorization(), "Accept", "text/html"));

        var refused = exchange(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                found(CODE, answer),
                "redirect_uri",
                BACK,
                "code_verifier",
                VERIFIER.replace('a', 'b')));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_the_gateway() {
        signIn("xetduyet", "demo");

        var answer = identity.get(authorization().replace("gateway.test", "elsewhere.test"), "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a_wrong_password_leads_back_to_the_form_which_says_so() {
        assertThat(location(signIn("xetduyet", "wrong"))).endsWith("/login?error");
        assertThat(identity.get("/login?error").body()).contains("không đúng", "Wrong account or password");
    }

    @Test
    void the_form_shows_whom_one_can_sign_in_as() {
        assertThat(identity.get("/login").body())
                .contains("<td>canbo.kg-lmhtx</td><td>Lý Thị Diễm</td><td>Cán bộ đăng ký · KG-LMHTX</td>");
    }

    private HttpResponse<String> signIn(String person, String password) {
        var csrf = found(CSRF, identity.get("/login").body());
        return identity.post("/login", Map.of("username", person, "password", password, "_csrf", csrf));
    }

    private HttpResponse<String> exchange(Map<String, String> form) {
        return identity.post("/oauth2/token", form, RunningIdentity.basic(Clients.GATEWAY, "demo"));
    }

    private static String authorization() {
        return "/oauth2/authorize?response_type=code&client_id=dvk-gateway&state=s1&scope=" + encoded("openid profile")
                + "&redirect_uri=" + encoded(BACK) + "&code_challenge_method=S256&code_challenge=" + challenge();
    }

    private static String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError("no redirect: " + answer));
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
