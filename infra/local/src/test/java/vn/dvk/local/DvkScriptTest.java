package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script's plain words, asked from another folder than its own. */
class DvkScriptTest {

    @TempDir
    Path home;

    private record Outcome(int code, String output) {}

    @Test
    void an_occupied_port_is_named_with_what_to_do() throws Exception {
        try (var occupied = new ServerSocket(0, 1, InetAddress.getByName(Loopback.ADDRESS))) {
            var base = Integer.toString(occupied.getLocalPort() - 2);
            var outcome = dvk(Map.of("DVK_PORT_BASE", base), "doctor");

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.output())
                    .contains("Port %d is in use".formatted(occupied.getLocalPort()))
                    .contains("Cổng %d đang được dùng".formatted(occupied.getLocalPort()))
                    .contains("DVK_PORT_BASE");
        }
    }

    @Test
    void a_missing_jdk_is_named_with_what_to_do() throws Exception {
        var outcome = dvk(Map.of("DVK_JAVA_HOME", home.toString()), "doctor");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("No JDK 25 or later was found: install one");
    }

    @Test
    void without_a_jdk_nothing_is_tried() throws Exception {
        var outcome = dvk(Map.of("DVK_JAVA_HOME", home.toString()), "up");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output().strip().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("No JDK 25");
    }

    @Test
    void a_platform_that_does_not_run_has_no_status() throws Exception {
        var outcome = dvk(Map.of(), "status");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.output()).contains("The platform is not running.");
    }

    @Test
    void an_unknown_command_gets_the_list_of_commands() throws Exception {
        var outcome = dvk(Map.of(), "dance");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.output()).contains("There is no command “dance”.", "doctor", "demo");
    }

    private Outcome dvk(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var script = Path.of("../dvk").toRealPath();
        var builder = new ProcessBuilder().directory(home.toFile()).redirectErrorStream(true);
        builder.command().add(script.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("DVK_HOME", home.resolve("platform").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
