package vn.dvk.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The health check of the images, against a server that answers what the test wants. */
class ReadyScriptTest {

    @ParameterizedTest
    @CsvSource({"200, true", "503, false", "404, false"})
    void only_200_is_healthy(int status, boolean healthy) throws Exception {
        var server = serverAnswering(status);
        try {
            assertThat(ready(server.getAddress().getPort())).isEqualTo(healthy);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobody_there_is_not_healthy() throws Exception {
        var server = serverAnswering(200);
        var port = server.getAddress().getPort();
        server.stop(0);

        assertThat(ready(port)).isFalse();
    }

    private static HttpServer serverAnswering(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static boolean ready(int port) throws Exception {
        var script = new ProcessBuilder(
                        "bash", Repository.at("infra/docker/ready.sh").toString(), "" + port, "/health")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(script.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return script.exitValue() == 0;
    }
}
