package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one program running: starts it, notices when it serves, and starts it again when it dies for whatever reason,
 * until told to stop.
 */
final class Child {

    /** Where a program is in its life. */
    enum State {
        /** Not wanted. */
        STOPPED,
        /** Its process runs and does not serve yet. */
        STARTING,
        READY,
        /** Its process died; the next one is started after a pause. */
        DIED
    }

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);

    /** A clean stop hands over partitions, answers running requests and closes files; then patience ends. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Program program;
    private final Path pidFile;
    private final Log log;
    private final Consumer<String> say;

    private State state = State.STOPPED;
    private @Nullable Thread keeper;
    private @Nullable Process process;
    private Instant since = Instant.now();
    private int restarts;

    Child(Program program, Settings settings, Consumer<String> say) {
        this.program = program;
        this.pidFile = settings.run().resolve(program.name() + ".pid");
        this.log = new Log(settings.logs().resolve(program.name() + ".log"));
        this.say = say;
    }

    /**
     * What there is to see of a program.
     *
     * @param pid of its process, null when there is none
     * @param since when it came into this state
     * @param restarts how often it died and was started again
     */
    record Snapshot(String name, State state, @Nullable Long pid, Instant since, int restarts) {}

    synchronized Snapshot snapshot() {
        var running = process;
        return new Snapshot(
                program.name(),
                state,
                running == null || !running.isAlive() ? null : Long.valueOf(running.pid()),
                since,
                restarts);
    }

    Program program() {
        return program;
    }

    Log log() {
        return log;
    }

    /** Starts keeping the program running; returns at once. */
    synchronized void start() {
        if (keeper == null) {
            restarts = 0;
            become(State.STARTING);
            keeper = Thread.ofVirtual().name("keeper-" + program.name()).start(this::keep);
        }
    }

    /** Stops the program, at once if it does not stop by itself in time. */
    void stop() {
        var running = dismiss();
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                say.accept(both(
                                "%1$s không dừng trong %2$d giây nên bị tắt.",
                                "%1$s did not stop within %2$d s and was ended.")
                        .formatted(program.name(), GRACE.toSeconds()));
                running.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** From here on a death is what is wanted. */
    private synchronized @Nullable Process dismiss() {
        keeper = null;
        become(State.STOPPED);
        return process;
    }

    /**
     * Waits until the program serves.
     *
     * @return false when it died first, was stopped, or took longer than the limit
     */
    synchronized boolean awaitReady(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (state == State.STARTING) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0 || !waitFor(Duration.ofMillis(left))) {
                return false;
            }
        }
        return state == State.READY;
    }

    private void keep() {
        var pause = FIRST_PAUSE;
        while (isKept()) {
            var running = launch();
            if (running == null) {
                return;
            }
            if (watch(running)) {
                pause = FIRST_PAUSE; // it served: this is a new trouble, not the old one going on
            }
            if (!mourn(running, pause)) {
                return;
            }
            pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private synchronized boolean isKept() {
        return keeper == Thread.currentThread();
    }

    private synchronized @Nullable Process launch() {
        if (!isKept()) {
            return null;
        }
        log.roll();
        try {
            Files.createDirectories(log.file().getParent());
            var builder = new ProcessBuilder(program.command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            builder.environment().putAll(program.environment());
            var started = builder.start();
            process = started;
            writePid(started.pid());
            become(State.STARTING);
            return started;
        } catch (IOException e) {
            say.accept(both("Không chạy được %1$s: %2$s", "%1$s cannot be started.")
                    .formatted(program.name(), e.getMessage()));
            keeper = null;
            become(State.DIED);
            return null;
        }
    }

    /** Whoever reads the file finds one number or the other, never half of one. */
    private void writePid(long pid) throws IOException {
        var unfinished = pidFile.resolveSibling(pidFile.getFileName() + ".new");
        Files.writeString(unfinished, Long.toString(pid));
        Files.move(unfinished, pidFile, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Follows one process to its end; true when it served at any time. */
    private boolean watch(Process running) {
        try {
            while (!running.waitFor(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS)) {
                if (program.readiness().reached(running.pid())) {
                    serve();
                    running.waitFor();
                    return true;
                }
            }
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A death nobody asked for: says so and waits a little; false when the program is not wanted any more. */
    private synchronized boolean mourn(Process dead, Duration pause) {
        if (!isKept()) {
            return false;
        }
        become(State.DIED);
        restarts++;
        say.accept(both(
                        "%1$s (tiến trình %2$d) đã dừng với mã %3$d, sẽ chạy lại sau %4$d ms.",
                        "%1$s (process %2$d) ended with code %3$d; starting it again in %4$d ms.")
                .formatted(program.name(), dead.pid(), dead.exitValue(), pause.toMillis()));
        long deadline = System.nanoTime() + pause.toNanos();
        while (isKept()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0 || !waitFor(Duration.ofMillis(left))) {
                break;
            }
        }
        return isKept();
    }

    private synchronized void serve() {
        if (isKept()) {
            var seconds = Duration.between(since, Instant.now()).toMillis() / 1000.0;
            say.accept("  %-14s %s"
                    .formatted(
                            program.name(),
                            both("sẵn sàng sau %1$.1f giây", "ready after %1$.1f s")
                                    .formatted(seconds)));
            become(State.READY);
        }
    }

    private synchronized void become(State next) {
        state = next;
        since = Instant.now();
        notifyAll();
    }

    /** Waits for a change of state, at most so long; false when interrupted. */
    private synchronized boolean waitFor(Duration most) {
        try {
            wait(Math.max(1, most.toMillis()));
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
