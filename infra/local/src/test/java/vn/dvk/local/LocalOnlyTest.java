package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOnlyTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prd", "production", "staging", "Demo", "demo, prod"})
    void a_profile_that_is_not_known_to_be_harmless_is_refused(String profiles) {
        assertThatThrownBy(() -> LocalOnly.require(Map.of(LocalOnly.PROFILES, profiles)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("DVK_MONGODB_URI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "local", "demo,dev", "test, local"})
    void harmless_profiles_are_let_in(String profiles) {
        assertThatCode(() -> LocalOnly.require(Map.of(LocalOnly.PROFILES, profiles)))
                .doesNotThrowAnyException();
        assertThatCode(() -> LocalOnly.require(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "broker"})
    void neither_store_nor_broker_starts_in_production(String what) throws Exception {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Start.class.getName(),
                        what,
                        folder.toString())
                .redirectErrorStream(true);
        process.environment().put(LocalOnly.PROFILES, "prd");
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor()).isEqualTo(1);
        assertThat(said).contains("do not start with SPRING_PROFILES_ACTIVE=prd");
        assertThat(folder).as("nothing is left behind").isEmptyDirectory();
    }

    /** Starts one of them in a process of its own, whose environment a test can choose. */
    static final class Start {

        private Start() {}

        public static void main(String[] arguments) {
            var folder = Path.of(arguments[1]);
            try (var _ = arguments[0].equals("store")
                    ? Store.open(folder.resolve("store.mv"), 0)
                    : Broker.start(folder.resolve("kafka"))) {
                System.out.println("started");
            } catch (CannotRun refused) {
                System.out.println(refused.getMessage());
                System.exit(1);
            } catch (Exception other) {
                throw new IllegalStateException(other);
            }
        }
    }
}
