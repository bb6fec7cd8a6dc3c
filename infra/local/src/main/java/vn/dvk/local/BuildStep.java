package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A run of {@code java} that has to succeed; what it says is in {@code logs/prepare-<name>.log}. */
final class BuildStep {

    private static final long LIMIT_SECONDS = 600;
    private static final int LAST_LINES = 12;

    /** How a JVM ends that was asked to. */
    private static final int TERMINATED = 143;

    private BuildStep() {}

    static void run(Settings settings, String name, Map<String, String> environment, List<String> arguments) {
        run(settings, name, environment, arguments, _ -> false);
    }

    /**
     * The same for a program that does not end by itself.
     *
     * @param done whether it has done what it was run for; it is asked to stop then
     */
    static void run(
            Settings settings,
            String name,
            Map<String, String> environment,
            List<String> arguments,
            Program.Readiness done) {
        var log = new Log(settings.logs().resolve("prepare-" + name + ".log"));
        var command = new ArrayList<String>();
        command.add(settings.java());
        command.addAll(arguments);
        try {
            Files.createDirectories(settings.logs());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.file().toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
            var stopped = false;
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > end) {
                    process.destroyForcibly();
                    throw failed(name, log, "took longer than " + LIMIT_SECONDS + " s");
                }
                if (!stopped && done.reached(process.pid())) {
                    process.destroy();
                    stopped = true;
                }
            }
            if (process.exitValue() != 0 && !(stopped && process.exitValue() == TERMINATED)) {
                throw failed(name, log, "failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun(
                    both("Bị ngắt khi chuẩn bị %1$s.", "Interrupted while preparing %1$s.")
                            .formatted(name),
                    e);
        }
    }

    private static CannotRun failed(String name, Log log, String how) {
        return new CannotRun(both(
                                "Chuẩn bị %1$s không thành công, nhật ký %2$s kết thúc bằng",
                                "Preparing %1$s %3$s; its log ends with")
                        .formatted(name, log.file(), how)
                + ":\n    "
                + String.join("\n    ", log.lastLines(LAST_LINES)));
    }
}
