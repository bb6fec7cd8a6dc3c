package vn.dvk.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code ./infra/dvk containers} with a client that only plays Docker: whatever is wrong is said in one sentence, and
 * nothing is left running. {@link ContainersIT} runs it with a real one.
 */
class ContainersTest {

    @TempDir
    private Path folder;

    /** What the played engine does other than being there and willing: shell, by the words it is called with. */
    private final Map<String, String> engine = new HashMap<>();

    private Path home;
    private Path secrets;

    @BeforeEach
    void anEngineWithAllImages() {
        home = folder.resolve("home");
        secrets = home.resolve("containers/secrets.env");
    }

    @Test
    void all_is_started_and_every_address_is_printed() throws Exception {
        var ended = containers("up");

        assertThat(ended.output()).contains("Every container is healthy", "http://127.0.0.1:");
        assertThat(ended.code()).isZero();
        assertThat(asked())
                .anyMatch(call -> call.contains(" up --detach --wait"))
                .noneMatch(call -> call.contains("demo"));
    }

    @Test
    void secrets_are_made_once_for_their_owner_alone_and_each_is_another() throws Exception {
        containers("up");

        var lines = Files.readAllLines(secrets);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
        assertThat(lines).hasSizeGreaterThan(8).allMatch(line -> line.matches("DVK_[A-Z_]+=[0-9a-f]{48}"));
        assertThat(lines.stream().map(line -> line.split("=")[1]).distinct()).hasSameSizeAs(lines);

        containers("up");
        assertThat(secrets).hasContent(String.join("\n", lines));
    }

    @Test
    void without_any_client_it_says_so() throws Exception {
        var ended = run(Map.of("DVK_DOCKER", folder.resolve("nobody").toString()), "up");

        assertThat(ended.lines()).singleElement().asString().contains("No container engine answers: install Docker");
        assertThat(ended.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'ps --quiet'|echo 'Cannot connect to the Docker daemon' >&2; exit 1|No container engine answers",
                "'ps --quiet'|echo 'permission denied while trying to connect' >&2; exit 1|You may not call Docker",
                "'compose version'|exit 1|Docker lacks compose",
                "'image inspect'*|exit 1|cannot be pulled: connect this machine to its registry",
                "'image inspect'*|echo some-print|is only a stand-in here",
                "'volume ls'*|echo dvk_mongo-data|its secrets",
            })
    void what_is_missing_is_named_and_nothing_is_started(String call, String answer, String sentence) throws Exception {
        engine.put("pull*", "exit 1");
        engine.put(call, answer);
        var ended = containers("up");

        assertThat(ended.code()).as(ended.output()).isEqualTo(1);
        assertThat(ended.lines().getLast()).contains(sentence);
        assertThat(asked()).noneMatch(one -> one.contains(" up "));
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var base = String.valueOf(taken.getLocalPort() - 4);
            var ended = run(Map.of("DVK_PORT_BASE", base), "up");

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.output()).contains("Port %d is in use".formatted(taken.getLocalPort()), "DVK_PORT_BASE");
            assertThat(asked()).noneMatch(one -> one.contains(" up "));
        }
    }

    @Test
    void a_secret_that_is_missing_is_named() throws Exception {
        containers("up");
        Files.write(
                secrets,
                Files.readAllLines(secrets).stream()
                        .filter(line -> !line.startsWith("DVK_MONGODB_REPLICA_KEY="))
                        .toList());
        Files.delete(calls());
        var ended = containers("up");

        assertThat(ended.lines())
                .singleElement()
                .asString()
                .contains("DVK_MONGODB_REPLICA_KEY is missing in " + secrets);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(asked()).noneMatch(one -> one.contains(" up "));
    }

    @Test
    void data_of_another_release_is_not_touched() throws Exception {
        containers("up");
        var writers = home.resolve("containers/volumes");
        Files.writeString(writers, Files.readString(writers).replace("mongo 8.0", "mongo 7.0"));
        Files.delete(calls());
        engine.put("'volume ls'*", "echo there");
        var ended = containers("up");

        assertThat(ended.lines())
                .singleElement()
                .asString()
                .contains("was written by “mongo 7.0”, and this is “mongo 8.0”", "down --data");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(asked()).noneMatch(one -> one.contains(" up "));
    }

    @Test
    void who_does_not_become_healthy_is_named_with_its_last_words_and_all_is_stopped() throws Exception {
        engine.put(
                "*' up '*",
                "all=$*; project=${all#*--project-name }; echo \"container ${project%% *}-kafka-1 is unhealthy\" >&2; exit 1");
        engine.put(
                "*' logs '*",
                "printf 'Invalid cluster.id in meta.properties\\n\\tat kafka.Main(Main.java)\\n\\t... 1 more\\n'");
        var ended = containers("up");

        assertThat(ended.lines().getLast())
                .contains("kafka does not run, everything was stopped again", "Invalid cluster.id");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(asked().getLast()).contains("down --remove-orphans");
        assertThat(home.resolve("containers/containers.log")).content().contains("Invalid cluster.id");
    }

    @Test
    void an_image_that_cannot_be_built_stops_nothing_that_runs() throws Exception {
        engine.put("*' build evaluation'", "echo 'no space left on device' >&2; exit 1");
        var ended = containers("up");

        assertThat(ended.lines().getLast()).contains("The image of evaluation cannot be built, see " + home);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(asked()).noneMatch(one -> one.contains(" up ") || one.contains("down"));
    }

    @Test
    void down_keeps_the_data_unless_it_is_told_not_to() throws Exception {
        containers("up");
        engine.put("'volume ls'*", "echo its-kafka-data");

        assertThat(containers("down").code()).isZero();
        assertThat(asked()).noneMatch(one -> one.startsWith("volume rm"));
        assertThat(secrets).exists();

        assertThat(containers("down", "--data").code()).isZero();
        assertThat(asked()).contains("volume rm its-kafka-data");
        assertThat(secrets).doesNotExist();
    }

    @Test
    void nothing_there_has_no_status() throws Exception {
        assertThat(containers("status").code()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"dance", "up --data", "down --stand-ins", "''", "status now"})
    void what_is_not_understood_is_refused_with_the_usage(String words) throws Exception {
        var ended = containers(words.split(" "));

        assertThat(ended.lines()).singleElement().asString().contains("usage: ./infra/dvk containers");
        assertThat(ended.code()).isEqualTo(1);
    }

    private Command.Ended containers(String... words) throws IOException {
        return run(Map.of(), words);
    }

    private Command.Ended run(Map<String, String> more, String... words) throws IOException {
        var client = folder.resolve("docker");
        var answers = new StringBuilder();
        engine.forEach((call, answer) -> answers.append("  %s) %s; exit ;;\n".formatted(call, answer)));
        Files.writeString(client, """
                #!/usr/bin/env bash
                echo "$*" >> "%s"
                case "$*" in
                %sesac
                """.formatted(calls(), answers));
        assertThat(client.toFile().setExecutable(true)).isTrue();
        var environment = new HashMap<String, String>();
        environment.put("DVK_HOME", home.toString());
        environment.put("DVK_DOCKER", client.toString());
        environment.put("DVK_PORT_BASE", freeBase());
        environment.put("LC_ALL", "C.UTF-8");
        environment.putAll(more);
        var command = new ArrayList<>(List.of(Repository.at("infra/dvk").toString(), "containers"));
        command.addAll(List.of(words));
        return Command.start(folder, environment, command).ended(Duration.ofSeconds(60));
    }

    private Path calls() {
        return folder.resolve("calls");
    }

    /** What the client was called with, in order. */
    private List<String> asked() throws IOException {
        return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
    }

    /** Twelve ports of which none is taken just now. */
    private static String freeBase() {
        for (var base = 40_000; base < 60_000; base += 20) {
            if (allFree(base)) {
                return String.valueOf(base);
            }
        }
        throw new IllegalStateException("no twelve free ports");
    }

    private static boolean allFree(int base) {
        for (var port = base; port < base + 12; port++) {
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                // free
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }
}
