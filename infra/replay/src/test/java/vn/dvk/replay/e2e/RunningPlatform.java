package vn.dvk.replay.e2e;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.dvk.replay.api.Api;
import vn.dvk.replay.api.Patience;
import vn.dvk.replay.api.Pause;
import vn.dvk.replay.api.Platform;

/** A platform of the tests' own: other ports than a developer's, a folder that is gone afterwards. */
public final class RunningPlatform implements AutoCloseable {

    /** Names as {@code ./infra/dvk status} shows them, with the places of their ports. */
    static final Map<String, Integer> SERVICES =
            Map.of("reporting", 0, "registration", 1, "evaluation", 2, "awards", 3, "gateway", 9);

    private static final int BASE = Integer.getInteger("dvk.e2e.base", 24080);

    /** Building what is missing and training the caches take most of it. */
    private static final Duration LONGEST_START = Duration.ofMinutes(12);

    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(8);

    private final Path repository;
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningPlatform(Path repository, Path home) {
        this.repository = repository;
        this.home = home;
    }

    static RunningPlatform start() {
        try {
            var platform = new RunningPlatform(repository(), Files.createTempDirectory("dvk-e2e-"));
            // Named one by one: the module these tests run from must not be built again underneath them.
            var command = List.of(
                    "up", "backbone", "identity", "registration", "evaluation", "awards", "reporting", "gateway");
            var started = platform.script(command).ended(LONGEST_START);
            if (started.code() != 0) {
                platform.close();
                throw new IllegalStateException("./infra/dvk up said:\n" + started.output());
            }
            return platform;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path repository() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("infra/dvk"))) {
                return folder;
            }
        }
        throw new IllegalStateException("These tests run inside the repository");
    }

    URI address(String service) {
        return URI.create("http://127.0.0.1:" + (BASE + SERVICES.getOrDefault(service, 0)));
    }

    Api api() {
        return new Api(Platform.from(Map.of("DVK_PORT_BASE", String.valueOf(BASE))), Patience.USUAL, Pause.REAL);
    }

    /** What a program has said since its start. */
    String log(String program) {
        try {
            return Files.readString(home.resolve("logs").resolve(program + ".log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The replay's command line, as built: {@code demo}, {@code replay FILE…}, {@code tables}, {@code rebuild}. */
    Command replay(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                repository.resolve("infra/replay/target/replay-1.0.0.jar").toString()));
        command.addAll(List.of(arguments));
        return launch(command);
    }

    private Command script(List<String> arguments) {
        var command = new ArrayList<>(List.of(repository.resolve("infra/dvk").toString()));
        command.addAll(arguments);
        return launch(command);
    }

    private Command launch(List<String> command) {
        try {
            var output = File.createTempFile("output", ".txt", home.toFile());
            var builder = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output);
            builder.environment().putAll(Map.of("DVK_PORT_BASE", String.valueOf(BASE), "DVK_HOME", home.toString()));
            return new Command(builder.start(), output.toPath());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A command under way. */
    record Command(Process process, Path file) {

        Ended ended() {
            return ended(LONGEST_COMMAND);
        }

        Ended ended(Duration limit) {
            try {
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("Not done within " + limit + ":\n" + output());
                }
                return new Ended(process.exitValue(), output());
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        boolean running() {
            return process.isAlive();
        }

        String output() {
            try {
                return Files.readString(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    record Ended(int code, String output) {}

    /** {@code kill -9}; returns when another process of the same name serves. */
    void killAndAwaitReturn(String service) {
        var killed = pid(service);
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        await("another " + service).atMost(Duration.ofMinutes(2)).until(() -> pid(service) != killed && ready(service));
    }

    private long pid(String service) {
        try {
            return Long.parseLong(Files.readString(home.resolve("run").resolve(service + ".pid"))
                    .strip());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean ready(String service) {
        var request = HttpRequest.newBuilder(address(service).resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false; // not listening yet
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        script(List.of("down")).ended();
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
