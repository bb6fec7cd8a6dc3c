package vn.dvk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.core.JacksonException;

/** What a start keeps, and when there is none. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @TempDir
    private Path home;

    @Test
    void a_token_is_still_good_after_a_restart() throws Exception {
        SignedJWT before;
        JWKSet keysBefore;
        try (var identity = RunningIdentity.in(home)) {
            before = identity.token("canbo", "demo");
            keysBefore = identity.keys();
        }
        try (var identity = RunningIdentity.in(home)) {
            assertThat(identity.keys().toString()).isEqualTo(keysBefore.toString());
            var key =
                    identity.keys().getKeyByKeyId(before.getHeader().getKeyID()).toRSAKey();
            assertThat(before.verify(new RSASSAVerifier(key))).isTrue();
        }
    }

    @Test
    void the_key_file_is_for_its_owner_only_and_nothing_unfinished_lies_beside_it() throws Exception {
        RunningIdentity.start(home).close();

        var folder = home.resolve("data/identity");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("signing-key.json"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing-key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_that_others_can_read_is_refused(CapturedOutput output) throws Exception {
        RunningIdentity.start(home).close();
        var key = home.resolve("data/identity/signing-key.json");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> RunningIdentity.start(home)).hasRootCauseMessage("others than its owner can read it");
        assertThat(output).contains("The signing key " + key + " cannot be used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prd", "demo,Production", "staging", "Demo"})
    void a_profile_that_is_not_known_to_be_harmless_is_refused_in_one_sentence(String profiles, CapturedOutput output)
            throws Exception {
        assertThatThrownBy(() -> RunningIdentity.start(home, "--spring.profiles.active=" + profiles))
                .isInstanceOf(CannotStart.class);

        assertThat(output)
                .contains("The local issuer must not run with the profile")
                .doesNotContain("\tat vn.dvk");
        assertThat(home).as("not even a key is made").isEmptyDirectory();
    }

    @Test
    void harmless_profiles_are_let_in() {
        try (var identity = RunningIdentity.start(home, "--spring.profiles.active=local,demo,dev,test")) {
            assertThat(identity.isRunning()).isTrue();
        }
    }

    @Test
    void another_address_than_loopback_is_refused(CapturedOutput output) {
        assertThatThrownBy(() -> RunningIdentity.start(home, "--server.address=0.0.0.0"))
                .isInstanceOf(CannotStart.class);

        assertThat(output).contains("The local issuer must not listen on '0.0.0.0'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14m", "61m"})
    void a_lifetime_outside_its_bounds_is_refused(String lifetime, CapturedOutput output) {
        assertThatThrownBy(() -> RunningIdentity.start(home, "--identity.access-token=" + lifetime))
                .hasRootCauseMessage("identity.access-token must be between 15 minutes and 1 hour");
        assertThat(output).contains("identity.access-token must be between 15 minutes and 1 hour");
    }

    @Test
    void a_people_file_with_a_fault_is_named_with_the_place(CapturedOutput output) throws Exception {
        var people = Files.writeString(home.resolve("people.json"), """
                [{"id": "a", "name": "A", "assignments": [{"role": "BOSS", "unit": "NA"}]}]
                """);

        assertThatThrownBy(() -> RunningIdentity.start(home, "--DVK_PEOPLE=file:" + people))
                .hasRootCauseInstanceOf(JacksonException.class);

        assertThat(output)
                .containsPattern("The people file .*" + people + ".* cannot be used")
                .contains("BOSS", "line: 1")
                .contains("Correct the file");
    }

    @Test
    void the_ports_follow_the_base() {
        var application = IdentityApplication.application(Map.of("DVK_PORT_BASE", "30000"));

        try (var running = application.run("--server.port=0", "--DVK_HOME=" + home)) {
            assertThat(running.getEnvironment().getProperty("dvk.port.identity"))
                    .isEqualTo("30004");
            assertThat(running.getBean(IdentityProperties.class).gateway()).hasPort(30009);
        }
    }
}
