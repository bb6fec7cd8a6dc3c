package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path home;

    private Settings settings;
    private Program base;
    private Program left;
    private Program right;

    @BeforeEach
    void programs() {
        settings = Settings.of(Map.of("DVK_HOME", home.toString()));
        base = serving("base");
        left = serving("left");
        right = serving("right");
    }

    @Test
    void a_killed_process_is_started_again_and_in_the_end_all_are_stopped() throws Exception {
        List<ProcessHandle> last;
        try (var supervisor = open()) {
            assertThat(supervisor.start()).isTrue();
            var first = process("left");

            first.destroyForcibly();

            await().atMost(LIMIT).until(() -> pid("left") != first.pid() && serves(left));
            assertThat(order("status")).anySatisfy(line -> assertThat(line).contains("left", "restarted 1 time(s)"));
            last = List.of(process("base"), process("left"), process("right"));
        }
        assertThat(last).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void what_was_started_last_is_stopped_first() throws Exception {
        try (var supervisor = open()) {
            supervisor.start();
        }
        assertThat(Files.readAllLines(stops())).hasSize(3).last().isEqualTo("base");
    }

    @Test
    void what_does_not_come_up_is_said_with_its_last_words_and_nothing_is_left_running() throws Exception {
        var broken = new Program("broken", command("broken", "broken"), Map.of(), Map.of(), _ -> false);
        try (var supervisor = Supervisor.open(settings, List.of(List.of(base), List.of(broken)))) {
            assertThat(supervisor.start()).isFalse();
            assertThat(String.join("\n", order("await")))
                    .contains(
                            "broken did not start",
                            home.resolve("logs/broken.log").toString(),
                            "không khởi động được")
                    .contains("The roof is leaking")
                    .doesNotContain("\tat ");
        }
        assertThat(Orphans.of(settings)).isEmpty();
    }

    @Test
    void a_port_in_use_is_said_before_anything_starts() throws Exception {
        int port = base.ports().keySet().iterator().next();
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName(Loopback.ADDRESS));
                var supervisor = open()) {
            assertThat(supervisor.start()).isFalse();
            assertThat(order("await")).singleElement().asString().contains("Port " + port + " for base is in use");
        }
    }

    @Test
    void orders_come_over_the_socket() throws Exception {
        try (var supervisor = open()) {
            supervisor.start();
            var first = process("right");

            assertThat(order("restart right")).singleElement().asString().contains("right is ready.");
            assertThat(process("right").pid()).isNotEqualTo(first.pid());

            assertThat(order("stop right")).singleElement().asString().contains("right is stopped.");
            assertThat(serves(right)).isFalse();
            assertThat(order("start right")).singleElement().asString().contains("right is ready.");

            assertThat(order("restart nobody"))
                    .singleElement()
                    .asString()
                    .contains("There is no “nobody” here; there are: base, left, right.");
            assertThat(order("down")).containsExactly("Đã dừng. / Stopped.");
            assertThat(Orphans.of(settings)).isEmpty();
        }
    }

    @Test
    void there_is_one_supervisor_for_a_home() throws Exception {
        try (var _ = open()) {
            assertThatThrownBy(this::open).isInstanceOf(CannotRun.class).hasMessageContaining("already running");
        }
    }

    @Test
    void what_a_killed_supervisor_left_behind_is_stopped_and_nothing_else() throws Exception {
        var orphan = new ProcessBuilder(left.command()).start();
        var elsewhere = Settings.of(Map.of("DVK_HOME", home + "-of-another"));
        var foreign = new ProcessBuilder(command(elsewhere, "left", "0")).start();
        try (var supervisor = open()) {
            assertThat(orphan.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(supervisor.start()).isTrue();
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            orphan.destroyForcibly();
            foreign.destroyForcibly();
        }
    }

    private Supervisor open() throws IOException {
        return Supervisor.open(settings, List.of(List.of(base), List.of(left, right)));
    }

    private List<String> order(String order) {
        var answer = new ArrayList<String>();
        assertThat(ControlSocket.ask(ControlSocket.in(settings), order, answer::add))
                .isPresent();
        return answer;
    }

    private ProcessHandle process(String name) throws IOException {
        return ProcessHandle.of(pid(name)).orElseThrow();
    }

    private long pid(String name) throws IOException {
        return Long.parseLong(Files.readString(settings.run().resolve(name + ".pid")));
    }

    private Program serving(String name) {
        int port = Loopback.port(0);
        var address = URI.create("http://" + Loopback.ADDRESS + ":" + port);
        return new Program(
                name, command(name, Integer.toString(port)), Map.of(), Map.of(port, name), _ -> answers(address));
    }

    private static boolean serves(Program program) {
        int port = program.ports().keySet().iterator().next();
        return answers(URI.create("http://" + Loopback.ADDRESS + ":" + port));
    }

    private static boolean answers(URI address) {
        try {
            return ((HttpURLConnection) address.toURL().openConnection()).getResponseCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private List<String> command(String name, String port) {
        return command(settings, name, port);
    }

    private List<String> command(Settings of, String name, String port) {
        return List.of(
                of.java(),
                Program.marker(of, name),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                TinyService.class.getName(),
                name,
                port,
                stops().toString());
    }

    private Path stops() {
        return home.resolve("stops");
    }
}
