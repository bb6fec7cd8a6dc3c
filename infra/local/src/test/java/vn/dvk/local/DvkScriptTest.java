package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void a_stream_is_published_again_by_the_service_it_belongs_to() throws Exception {
        var asked = new ArrayList<String>();
        try (var platform = Stub.of(Map.of(
                4,
                exchange -> answer(exchange, 200, "{\"access_token\":\"the-token\"}"),
                3,
                exchange -> {
                    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
                    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                    answer(exchange, 202, "{\"published\":2}");
                },
                1,
                exchange -> answer(exchange, 404, "{\"code\":\"unknown-stream\"}")))) {
            var outcome = dvk(platform.environment(), "republish", "awards-service", "unit:NA-01", "7");

            assertThat(outcome.output().strip()).isEqualTo("{\"published\":2}");
            assertThat(outcome.code()).isZero();
            assertThat(asked)
                    .containsExactly(
                            "POST /api/v1/operations/republish",
                            "Bearer the-token",
                            "{\"stream\": \"unit:NA-01\", \"from\": 7}");

            var refused = dvk(platform.environment(), "republish", "registration", "nobody");
            assertThat(refused.output().strip()).isEqualTo("{\"code\":\"unknown-stream\"}");
            assertThat(refused.code()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "republish awards|Service and stream are needed",
                "republish nobody x|There is no service “nobody”",
                "republish awards x 0|A position is a number from 1 on, not “0”",
                "republish awards x\"}|is not the id of a stream",
                "test --deeper|./infra/dvk test [--deep]"
            })
    void a_command_that_is_not_understood_is_refused_in_one_sentence(String command, String sentence) throws Exception {
        var outcome = dvk(Map.of(), command.split(" "));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output().strip().lines()).singleElement().asString().contains(sentence);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** A platform of which only what a test needs answers, at the places of their ports. */
    private record Stub(int base, List<HttpServer> servers) implements AutoCloseable {

        /** Ports side by side can only be tried for. */
        static Stub of(Map<Integer, HttpHandler> services) throws IOException {
            BindException taken = new BindException();
            for (int attempt = 0; attempt < 50; attempt++) {
                var stub = new Stub(Loopback.port(0), new ArrayList<>());
                try {
                    for (var service : services.entrySet()) {
                        var address = new InetSocketAddress(Loopback.ADDRESS, stub.base() + service.getKey());
                        var server = HttpServer.create(address, 0);
                        server.createContext("/", service.getValue());
                        server.start();
                        stub.servers().add(server);
                    }
                    return stub;
                } catch (BindException occupied) {
                    taken = occupied;
                    stub.close();
                }
            }
            throw taken;
        }

        Map<String, String> environment() {
            return Map.of("DVK_PORT_BASE", Integer.toString(base));
        }

        @Override
        public void close() {
            servers.forEach(server -> server.stop(0));
        }
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
