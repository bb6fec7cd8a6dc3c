package vn.dvk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.identity.RunningIdentity.json;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

    private static RunningIdentity identity;

    @BeforeAll
    static void start(@TempDir Path home) {
        identity = RunningIdentity.in(home, "--DVK_METRICS_SECRET=for-machines");
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void a_token_says_who_with_which_role_at_which_unit() throws Exception {
        var token = identity.token("canbo.na", "demo");

        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(RunningIdentity.ISSUER);
        assertThat(claims.getAudience()).containsExactly("dvk");
        assertThat(claims.getSubject()).isEqualTo("canbo.na");
        assertThat(claims.getStringClaim("name")).isEqualTo("Hồ Thị Mai");
        assertThat(claims.getClaim("assignments")).isEqualTo(List.of(Map.of("role", "OFFICER", "unit", "NA")));
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isBetween(Duration.ofMinutes(15), Duration.ofHours(1));
    }

    @Test
    void a_token_is_signed_with_the_published_key() throws Exception {
        var token = identity.token("canbo", "demo");

        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        var key = identity.keys().getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(key.isPrivate()).isFalse();
    }

    @Test
    void the_secret_may_come_in_the_form_too() {
        var answer = identity.post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", "lanhdao", "client_secret", "demo"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("access_token").asString()).isNotBlank();
    }

    @Test
    void a_wrong_secret_or_an_unknown_client_is_401() {
        assertThat(identity.askForToken("canbo", "wrong").statusCode()).isEqualTo(401);
        assertThat(json(identity.askForToken("nobody", "demo")).get("error").asString())
                .isEqualTo("invalid_client");
    }

    @Test
    void the_machine_that_reads_metrics_has_a_scope_and_no_role() throws Exception {
        var answer = identity.post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "scope", "metrics"),
                RunningIdentity.basic("metrics", "for-machines"));

        var claims =
                SignedJWT.parse(json(answer).get("access_token").asString()).getJWTClaimsSet();
        assertThat(claims.getClaim("scope")).isEqualTo(List.of("metrics"));
        assertThat(claims.getAudience()).containsExactly("dvk");
        assertThat(claims.getClaim("assignments")).isNull();
    }

    @Test
    void a_person_does_not_get_the_scope_of_a_machine() {
        var answer = identity.post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "scope", "metrics"),
                RunningIdentity.basic("canbo", "demo"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void the_discovery_document_leads_to_everything() {
        var document = json(identity.get("/.well-known/openid-configuration"));

        assertThat(document.get("issuer").asString()).isEqualTo(RunningIdentity.ISSUER);
        assertThat(document.get("jwks_uri").asString()).isEqualTo(RunningIdentity.ISSUER + "/oauth2/jwks");
        assertThat(document.get("token_endpoint").asString()).isEqualTo(RunningIdentity.ISSUER + "/oauth2/token");
        assertThat(document.get("end_session_endpoint").asString()).startsWith(RunningIdentity.ISSUER);
    }

    @Test
    void readiness_is_open_and_the_rest_of_the_actuator_is_not() {
        assertThat(identity.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(identity.get("/actuator/health/readiness").body()).contains("UP");
        assertThat(identity.get("/actuator").statusCode()).isEqualTo(302);
    }
}
