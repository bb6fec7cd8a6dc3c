package vn.dvk.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The broker's health check, against somebody who takes its request and answers what the test wants. */
class AnswersScriptTest {

    /** As a client of Kafka's own would send it: length, ApiVersions, version 0, correlation 1, no client's name. */
    private static final String REQUEST = "0000000a0012000000000001ffff";

    @ParameterizedTest
    @CsvSource({
        "00000010000000010000000000010012, true",
        "00000010000000010023000000010012, false", // an error
        "485454502f312e312034303020426164, false", // a server of another kind
        "'', false"
    })
    void only_a_broker_without_an_error_is_healthy(String answer, boolean healthy) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var asked = CompletableFuture.supplyAsync(() -> answering(server, answer));

            assertThat(healthy(server.getLocalPort())).isEqualTo(healthy);
            assertThat(asked.get()).isEqualTo(REQUEST);
        }
    }

    @Test
    void nobody_there_is_not_healthy() throws Exception {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.close();

        assertThat(healthy(server.getLocalPort())).isFalse();
    }

    /** What came in. */
    private static String answering(ServerSocket server, String answer) {
        try (var caller = server.accept()) {
            var request = caller.getInputStream().readNBytes(REQUEST.length() / 2);
            caller.getOutputStream().write(HexFormat.of().parseHex(answer));
            return HexFormat.of().formatHex(request);
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    private static boolean healthy(int port) {
        var script = Repository.at("infra/docker/kafka/answers.sh").toString();
        return Command.start(Repository.at("."), Map.of(), List.of("bash", script, "127.0.0.1", "" + port))
                        .ended(Duration.ofSeconds(10))
                        .code()
                == 0;
    }
}
