package vn.dvk.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Processes of this platform without a supervisor: it was killed before it could stop them. They are known by the
 * {@linkplain Program#marker argument} naming this platform's home, so a process id that now belongs to something else
 * is never touched, and another platform's processes are not either.
 */
final class Orphans {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private Orphans() {}

    static List<ProcessHandle> of(Settings settings) {
        var prefix = Program.marker(settings, "");
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> arguments(process).anyMatch(text -> text.startsWith(prefix)))
                .toList();
    }

    /** From Linux itself: {@link ProcessHandle.Info#arguments} is empty for a command line as long as ours. */
    private static Stream<String> arguments(ProcessHandle process) {
        try {
            var line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return Arrays.stream(new String(line, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException _) {
            return Stream.empty(); // ended meanwhile, or not ours to see
        }
    }

    /** Asks them to stop, all at once, and ends those that do not. */
    static void stop(List<ProcessHandle> orphans) {
        orphans.forEach(ProcessHandle::destroy);
        var all = CompletableFuture.allOf(
                orphans.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            all.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            orphans.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
