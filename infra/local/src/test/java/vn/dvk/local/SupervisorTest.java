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
import java.util.Optional;
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
    private Program left2;
    private Program crowded;

    @BeforeEach
    void programs() {
        settings = Settings.of(Map.of("DVK_HOME", home.toString()));
        base = serving("base");
        left = serving("left");
        right = serving("right");
        left2 = serving("left-2");
        crowded = new Program("right-2", base.command(), Map.of(), base.ports(), _ -> false);
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
        try (var supervisor =
                Supervisor.open(settings, List.of(List.of(base), List.of(broken)), _ -> Optional.empty())) {
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

            order("stop right");
            assertThat(order("await")).last().asString().contains("right is ready.");
            assertThat(serves(right)).isTrue();

            assertThat(order("restart nobody"))
                    .singleElement()
                    .asString()
                    .contains("There is no “nobody” here; there are: base, left, right.");
            assertThat(order("down")).containsExactly("Đã dừng. / Stopped.");
            assertThat(Orphans.of(settings)).isEmpty();
        }
    }

    @Test
    void a_program_runs_twice_and_once_again() throws Exception {
        try (var supervisor = open()) {
            supervisor.start();
            assertThat(order("scale left=2")).singleElement().asString().contains("left-2 is ready.");
            assertThat(order("scale left=2")).singleElement().asString().contains("left-2 is ready.");
            assertThat(order("status"))
                    .hasSize(4)
                    .anySatisfy(line -> assertThat(line).contains("left-2", "ready"));
            var first = process("left-2");

            assertThat(order("restart left-2")).singleElement().asString().contains("left-2 is ready.");
            assertThat(order("restart left")).singleElement().asString().contains("left is ready.");
            var second = process("left-2");
            assertThat(second.pid()).isNotEqualTo(first.pid());
            second.destroyForcibly();
            await().atMost(LIMIT).until(() -> pid("left-2") != second.pid() && serves(left2));

            assertThat(order("scale left=1")).containsExactly("left chạy một tiến trình. / left runs once.");
            assertThat(order("status")).hasSize(3);
            assertThat(serves(left2)).isFalse();
            assertThat(serves(left)).isTrue();
            assertThat(order("scale left=1")).singleElement().asString().contains("left runs once.");
            order("scale left=2");
        }
        assertThat(Orphans.of(settings)).isEmpty();
    }

    @Test
    void what_cannot_run_twice_is_refused_in_one_sentence() throws Exception {
        try (var supervisor = open()) {
            supervisor.start();
            for (var wrong :
                    List.of("scale", "scale left", "scale left=0", "scale left=3", "scale left=x", "scale =")) {
                assertThat(order(wrong)).singleElement().asString().contains("NAME=1 or NAME=2 is needed");
            }
            for (var wrong : List.of("scale base=2", "scale nobody=2", "scale left-2=2", "scale =2")) {
                assertThat(order(wrong))
                        .singleElement()
                        .asString()
                        .contains("cannot run twice; these can: left, right.");
            }
            assertThat(order("scale right=2")).singleElement().asString().contains("for base is in use");
            assertThat(order("status")).hasSize(3);
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
        return Supervisor.open(
                settings,
                List.of(List.of(base), List.of(left, right)),
                name -> Optional.ofNullable(
                        Map.of("left", left2, "right", crowded).get(name)));
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
