package vn.dvk.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The real issuer, {@code infra/identity}, as a process of its own. */
final class RunningIdentity implements AutoCloseable {

    private static final Path MODULE = Path.of("../identity/target");

    private final int port;
    private final Process process;

    private RunningIdentity(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static RunningIdentity at(int port, Path home, URI gateway) {
        try {
            var command = new ProcessBuilder(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx128m",
                    "-cp",
                    MODULE.resolve("classes") + ":" + Files.readString(MODULE.resolve("class-path")),
                    "vn.dvk.identity.IdentityApplication",
                    "--server.port=" + port);
            command.environment().put("DVK_HOME", home.toString());
            command.environment().put("DVK_GATEWAY", gateway.toString());
            var log = home.resolve("identity.log").toFile();
            var identity = new RunningIdentity(
                    port, command.redirectErrorStream(true).redirectOutput(log).start());
            Awaitility.await("the issuer").atMost(Duration.ofSeconds(90)).until(identity::serves);
            return identity;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private boolean serves() throws InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("the issuer has ended with " + process.exitValue());
        }
        try (var client = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"));
            return client.send(health.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false; // not listening yet
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
