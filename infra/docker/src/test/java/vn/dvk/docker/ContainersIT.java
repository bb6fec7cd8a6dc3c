package vn.dvk.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The compose file on a real engine, in a home and on ports of its own: started, used, killed, kept, gone. Images that
 * are not there are stood in for. Where no engine answers it says so and is skipped.
 */
@Tag("deep")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersIT {

    private static final int BASE = Integer.getInteger("dvk.containers.base", 26080);
    private static final String DOCKER = Objects.requireNonNullElse(System.getenv("DVK_DOCKER"), "docker");

    /** From nothing at all: stand-ins, the build of all services, then the start of everything. */
    private static final Duration FIRST_START = Duration.ofMinutes(9);

    private static final Duration COMMAND = Duration.ofMinutes(5);
    private static final Duration RETURN = Duration.ofMinutes(3);

    /** Whoever runs, and the number of the user its image names. */
    private static final Map<String, String> USERS = Map.of(
            "registration", "10001",
            "evaluation", "10001",
            "awards", "10001",
            "reporting", "10001",
            "kafka", "1000",
            "mongo", "999",
            "keycloak", "1000",
            "prometheus", "65534",
            "grafana", "472");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String AS_EXPECTED = "✓ Đúng như hồ sơ chờ đợi";

    @TempDir
    private static Path home;

    /** Null where everything needed is there. */
    private static @Nullable String lacking;

    @BeforeAll
    static void look() {
        var doctor = dvk("doctor", "--stand-ins").ended(COMMAND);
        if (doctor.code() != 0) {
            lacking = "⚠ KHÔNG CHẠY CONTAINER / containers are NOT run: "
                    + doctor.lines().getLast();
            System.out.println(lacking);
        }
    }

    /** Before each, so that every one of them is reported as skipped. */
    @BeforeEach
    void onlyWhereAnEngineAnswers() {
        Assumptions.assumeTrue(lacking == null, () -> String.valueOf(lacking));
    }

    @AfterAll
    static void nothingStays() {
        if (lacking == null && dvk("status").ended(COMMAND).code() == 0) {
            dvk("down", "--data").ended(COMMAND);
        }
    }

    @Test
    @Order(1)
    void everything_becomes_healthy() {
        var up = dvk("up", "--stand-ins").ended(FIRST_START);
        System.out.println(up.output());

        assertThat(up.code()).as(up.output()).isZero();
        assertThat(USERS.keySet()).allSatisfy(name -> assertThat(health(name)).isEqualTo("healthy"));
        assertThat(List.of("kafka-topics", "mongo-prepare"))
                .allSatisfy(name -> assertThat(inspect(name, "{{.State.Status}} {{.State.ExitCode}}"))
                        .isEqualTo("exited 0"));
    }

    @Test
    @Order(2)
    void every_process_is_the_images_user_without_rights_on_a_root_it_cannot_write() {
        for (var name : USERS.keySet()) {
            var users = docker("top", id(name), "-eo", "pid,uid").stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+")[1])
                    .toList();
            assertThat(users).as(name).isNotEmpty().containsOnly(USERS.get(name));

            var status = docker("exec", id(name), "cat", "/proc/1/status", "/proc/mounts");
            assertThat(status)
                    .as(name)
                    .contains("CapEff:\t0000000000000000", "NoNewPrivs:\t1")
                    .anyMatch(line -> line.matches("\\S+ / \\S+ ro[, ].*"));
        }
    }

    /** One would be left behind by every container, without anybody's name on it. */
    @Test
    @Order(2)
    void no_container_has_a_volume_without_a_name() {
        var volumes = docker(Stream.concat(
                        Stream.of(
                                "inspect",
                                "--format",
                                "{{range .Mounts}}{{if eq .Type \"volume\"}}{{println .Name}}{{end}}{{end}}"),
                        ours("ps", "--all").stream())
                .toArray(String[]::new));

        assertThat(volumes).isNotEmpty().allMatch(name -> name.startsWith(project() + "_"));
    }

    @Test
    @Order(3)
    void the_five_cases_count_as_expected_while_each_service_and_the_broker_are_killed() {
        var demo = dvk("demo", "--stand-ins");
        await("the replay is under way")
                .atMost(COMMAND)
                .until(() -> registered() > 0 || !demo.process().isAlive());
        assertThat(demo.process().isAlive()).isTrue();
        var struck = List.of("evaluation", "kafka", "awards", "registration", "reporting");
        struck.forEach(ContainersIT::kill);

        for (var name : struck) {
            await(name + " is back")
                    .atMost(RETURN)
                    .until(() -> restarts(name) > 0 && health(name).equals("healthy"));
        }
        var ended = demo.ended(COMMAND);
        System.out.println(ended.output());
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output().split(AS_EXPECTED, -1)).hasSize(6);
        assertThat(ended.output()).containsPattern("N12 .* 2\\.298 +2\\.289 +\\+9 +✗ lệch");
    }

    @Test
    @Order(4)
    void a_service_without_its_broker_is_not_ready() {
        docker("pause", id("kafka"));
        try {
            patiently("it is not ready").atMost(RETURN).until(() -> ready("registration") == 503);
        } finally {
            docker("unpause", id("kafka"));
        }
        await().atMost(RETURN)
                .until(() ->
                        USERS.keySet().stream().allMatch(name -> health(name).equals("healthy")));
    }

    @Test
    @Order(5)
    void the_data_outlives_the_containers() {
        var before = overview();
        assertThat(registered()).isPositive();

        var down = dvk("down").ended(COMMAND);
        assertThat(down.code()).as(down.output()).isZero();
        assertThat(ours("ps", "--all")).isEmpty();
        assertThat(ours("network", "ls")).isEmpty();

        var up = dvk("up", "--stand-ins").ended(COMMAND);
        System.out.println(up.output());
        assertThat(up.code()).as(up.output()).isZero();
        assertThat(overview()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void without_stand_ins_asked_for_none_are_used() {
        Assumptions.assumeTrue(
                ours("ps").stream()
                        .anyMatch(id -> !docker("inspect", "--format", "{{json .Config.Labels}}", id)
                                .toString()
                                .contains("vn.dvk.stand-in\":\"\"")),
                "only originals here");
        var up = dvk("up").ended(COMMAND);

        assertThat(up.code()).isEqualTo(1);
        assertThat(up.lines()).singleElement().asString().contains("is only a stand-in here: add --stand-ins");
    }

    @Test
    @Order(7)
    void down_with_its_data_leaves_nothing() {
        var down = dvk("down", "--data").ended(COMMAND);

        assertThat(down.code()).as(down.output()).isZero();
        assertThat(ours("ps", "--all")).isEmpty();
        assertThat(ours("volume", "ls")).isEmpty();
        assertThat(ours("network", "ls")).isEmpty();
    }

    /** Each look is a process or two, beside containers that want the processor. */
    private static ConditionFactory patiently(String what) {
        return await(what).pollInterval(Duration.ofSeconds(1));
    }

    private static Command dvk(String... words) {
        var command = new ArrayList<>(List.of(Repository.at("infra/dvk").toString(), "containers"));
        command.addAll(List.of(words));
        return Command.start(home, Map.of("DVK_HOME", home.toString(), "DVK_PORT_BASE", String.valueOf(BASE)), command);
    }

    private static List<String> docker(String... words) {
        var command = new ArrayList<>(List.of(DOCKER));
        command.addAll(List.of(words));
        var ended = Command.start(home, Map.of(), command).ended(COMMAND);
        assertThat(ended.code()).as(command + ": " + ended.output()).isZero();
        return ended.lines();
    }

    /** Ids of what belongs to this home. */
    private static List<String> ours(String... words) {
        var command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--quiet", "--filter", "label=com.docker.compose.project=" + project()));
        return docker(command.toArray(String[]::new));
    }

    private static String project() {
        var sum = Command.start(
                home, Map.of(), List.of("bash", "-c", "echo \"$1\" | cksum | cut -d ' ' -f 1", "-", real()));
        return "dvk-" + sum.ended(COMMAND).output().strip();
    }

    private static String real() {
        try {
            return home.toRealPath().toString();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static String id(String name) {
        return docker(
                        "ps",
                        "--all",
                        "--quiet",
                        "--filter",
                        "label=com.docker.compose.project=" + project(),
                        "--filter",
                        "label=com.docker.compose.service=" + name)
                .getFirst();
    }

    private static String inspect(String name, String format) {
        return docker("inspect", "--format", format, id(name)).getFirst();
    }

    private static String health(String name) {
        return inspect(name, "{{.State.Health.Status}}");
    }

    private static int restarts(String name) {
        return Integer.parseInt(inspect(name, "{{.RestartCount}}"));
    }

    /**
     * As a crash, not as {@code docker kill} would: what an operator has killed is not started again. From a container
     * that sees the machine's processes, because whoever runs this may call the engine and need not be root.
     */
    private static void kill(String name) {
        docker(
                "run",
                "--rm",
                "--pid=host",
                "--user=0",
                "--entrypoint=bash",
                inspect(name, "{{.Config.Image}}"),
                "-c",
                "kill -9 " + inspect(name, "{{.State.Pid}}"));
    }

    private static int ready(String name) {
        return Integer.parseInt(docker(
                        "exec",
                        id(name),
                        "bash",
                        "-c",
                        "exec 3<>/dev/tcp/127.0.0.1/8080; printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3;"
                                + " read -r _ status _ <&3; echo $status")
                .getFirst());
    }

    /** What the public page counts, for today. */
    private static String overview() {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + BASE + "/api/v1/overview"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "{}";
        } catch (IOException _) {
            return "{}"; // it does not listen just now
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static long registered() {
        return JsonMapper.shared().readTree(overview()).at("/registered/total").asLong(0);
    }
}
