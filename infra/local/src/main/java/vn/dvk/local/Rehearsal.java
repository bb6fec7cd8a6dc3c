package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An empty broker and an empty store on free ports, in a process of their own, for as long as applications rehearse their
 * start: only a start that has talked to both has loaded all that a start needs. No installation's data is touched.
 */
final class Rehearsal implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;
    private static final int LAST_LINES = 12;

    private final Process process;
    private final List<String> addresses;

    private Rehearsal(Process process, List<String> addresses) {
        this.process = process;
        this.addresses = addresses;
    }

    static Rehearsal open(Settings settings) {
        var log = new Log(settings.logs().resolve("prepare-rehearsal.log"));
        Process process = null;
        try {
            Files.createDirectories(settings.logs());
            var ready = Files.createTempDirectory("dvk-rehearsal").resolve("ready");
            process = new ProcessBuilder(command(settings, ready))
                    .redirectErrorStream(true)
                    .redirectOutput(log.file().toFile())
                    .start();
            for (var tries = 0; !Files.exists(ready); tries++) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS) || tries > LIMIT_SECONDS * 10) {
                    throw new CannotRun(both("Không chạy thử được", "The rehearsal cannot begin") + ":\n    "
                            + String.join("\n    ", log.lastLines(LAST_LINES)));
                }
            }
            var begun = new Rehearsal(process, Files.readAllLines(ready));
            process = null;
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun(both("Bị ngắt khi chuẩn bị.", "Interrupted while preparing."), e);
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    private static List<String> command(Settings settings, Path ready) {
        var command = new ArrayList<String>();
        command.add(settings.java());
        command.addAll(Platform.backboneFlags(settings));
        command.addAll(Platform.cacheFlags(Platform.backboneCache(settings)));
        command.addAll(List.of(
                "-cp",
                Platform.backboneClassPath(settings),
                Backbone.class.getName(),
                Backbone.STAGE,
                ready.toString()));
        return command;
    }

    /** What an application is told; otherwise the same as in earnest. */
    Map<String, String> environment(Settings settings, Platform.App app, int port) {
        var environment = new HashMap<>(Platform.environment(settings, app));
        environment.put("DVK_KAFKA_BOOTSTRAP", addresses.getFirst());
        environment.put("DVK_MONGODB_URI", addresses.getLast());
        environment.put("SERVER_PORT", Integer.toString(port));
        return Map.copyOf(environment);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
