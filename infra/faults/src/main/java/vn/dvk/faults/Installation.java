package vn.dvk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.dvk.replay.api.PlatformFailure;

/**
 * A platform of the run's own, started by the same script and kept by the same supervisor as any other, in two homes so
 * that broker and store die alone: one has everything but the store, the other has the store and nothing else.
 */
final class Installation implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(12);
    private static final Duration LONGEST_ORDER = Duration.ofMinutes(3);

    /** So far above the platform's first port is that of the home with the store. */
    private static final int STORE_OFFSET = 20;

    private static final int BROKER = 5;
    private static final int STORE = 7;

    private final Path repository;
    private final Path home;
    private final int base;
    private final List<Process> running = new ArrayList<>();
    private boolean closed;

    Installation(Path repository, Path home, int base) {
        this.repository = repository;
        this.home = home;
        this.base = base;
    }

    String bootstrap() {
        return "127.0.0.1:" + (base + BROKER);
    }

    String store() {
        return "mongodb://127.0.0.1:" + (base + STORE_OFFSET + STORE);
    }

    /**
     * Starts it in empty folders.
     *
     * @param store what the services are to take for the store
     * @param settings further variables of the services
     * @throws PlatformFailure with the script's words when something is lacking
     */
    void start(String store, Map<String, String> settings) {
        stop();
        delete(home.resolve("platform"));
        delete(home.resolve("store"));
        var services = Map.of("DVK_MONGODB_URI", store);
        // Each waits for the other: the services for the store, and the store's home for the broker's topics.
        var both = List.of(
                order(Home.STORE, Map.of(), LONGEST_START, "up", "backbone"),
                order(
                        Home.PLATFORM,
                        with(services, settings),
                        LONGEST_START,
                        "up",
                        "backbone",
                        "identity",
                        "registration",
                        "evaluation",
                        "awards",
                        "reporting"));
        // The first that does not come up ends the waiting.
        wait(CompletableFuture.anyOf(both.toArray(CompletableFuture[]::new)));
        both.forEach(Installation::wait);
    }

    /** Which of the two homes. */
    enum Home {
        PLATFORM("platform"),
        STORE("store");

        private final String folder;

        Home(String folder) {
            this.folder = folder;
        }
    }

    /** An order to the supervisor of the platform: {@code restart evaluation}, {@code scale registration=2}. */
    void order(String... words) {
        wait(order(Home.PLATFORM, Map.of(), LONGEST_ORDER, words));
    }

    void restartStore() {
        wait(order(Home.STORE, Map.of(), LONGEST_ORDER, "restart", "backbone"));
    }

    private static void wait(CompletableFuture<?> order) {
        try {
            order.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PlatformFailure sentence ? sentence : new IllegalStateException(e);
        }
    }

    /** {@code kill -9}; returns when the process is gone. */
    void kill(Home of, String program) {
        var process = process(of, program);
        process.destroyForcibly();
        try {
            process.onExit().get(LONGEST_ORDER.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(program + " does not die", e);
        }
    }

    /** It neither ends nor does anything, until {@link #wake}. */
    void freeze(Home of, String program) {
        signal("-STOP", of, program);
    }

    void wake(Home of, String program) {
        signal("-CONT", of, program);
    }

    /** Another process than before has its ports and says that it serves. */
    boolean backboneReady(Home of) {
        try {
            var run = run(of);
            return Files.readString(run.resolve("backbone.ready"))
                    .strip()
                    .equals(Files.readString(run.resolve("backbone.pid")).strip());
        } catch (IOException _) {
            return false;
        }
    }

    private void signal(String signal, Home of, String program) {
        try {
            var pid = Long.toString(process(of, program).pid());
            if (new ProcessBuilder("kill", signal, pid).start().waitFor() != 0) {
                throw new IllegalStateException("kill " + signal + " " + program);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessHandle process(Home of, String program) {
        try {
            var pid = Long.parseLong(
                    Files.readString(run(of).resolve(program + ".pid")).strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(program + " does not run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path run(Home of) {
        return home.resolve(of.folder).resolve("run");
    }

    /** Runs the script in one of the homes; the environment's own broker and store are never spoken to. */
    private CompletableFuture<Void> order(Home of, Map<String, String> settings, Duration limit, String... words) {
        try {
            var place = Files.createDirectories(home.resolve(of.folder));
            var output = Files.createTempFile(Files.createDirectories(home.resolve("orders")), words[0], ".txt");
            var command =
                    new ArrayList<>(List.of(repository.resolve("infra/dvk").toString()));
            command.addAll(List.of(words));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            var environment = builder.environment();
            environment.remove("DVK_INSTALLATION");
            environment.remove("DVK_MONGODB_URI");
            environment.remove("DVK_KAFKA_BOOTSTRAP");
            environment.put("DVK_HOME", place.toString());
            environment.put("DVK_PORT_BASE", Integer.toString(of == Home.STORE ? base + STORE_OFFSET : base));
            environment.put("DVK_TOPIC_PARTITIONS", "3");
            environment.put("DVK_TOPIC_REPLICATION", "1");
            if (of == Home.STORE) {
                environment.put("DVK_KAFKA_BOOTSTRAP", bootstrap());
            } else {
                environment.put("DVK_MONGODB_URI", store());
            }
            environment.putAll(settings);
            var process = launch(builder);
            return CompletableFuture.runAsync(
                    () -> ended(process, output, limit, words),
                    task -> Thread.ofVirtual().start(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch(ProcessBuilder builder) throws IOException {
        synchronized (running) {
            var process = builder.start();
            running.add(process);
            return process;
        }
    }

    private void ended(Process process, Path output, Duration limit, String... words) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroy();
                throw new PlatformFailure("./infra/dvk %s không xong trong %d giây. (It did not end in time.)"
                        .formatted(String.join(" ", words), limit.toSeconds()));
            }
            if (process.exitValue() != 0) {
                throw new PlatformFailure(Files.readString(output).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Đã dừng giữa chừng. (Interrupted.)");
        } finally {
            synchronized (running) {
                running.remove(process);
            }
        }
    }

    /** Stops everything, whatever is under way; only the logs stay. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            synchronized (running) {
                running.forEach(Process::destroy);
            }
            stop();
            for (var of : Home.values()) {
                delete(home.resolve(of.folder).resolve("data"));
            }
            delete(home.resolve("orders"));
        }
    }

    /** What is frozen does not hear that it is to stop. */
    private void stop() {
        for (var of : Home.values()) {
            if (Files.isDirectory(run(of))) {
                wakeAll(of);
                wait(order(of, Map.of(), LONGEST_ORDER, "down"));
            }
        }
    }

    private void wakeAll(Home of) {
        try (var files = Files.list(run(of))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid"))
                    .map(name -> name.substring(0, name.length() - ".pid".length()))
                    .filter(name -> isOurs(of, name))
                    .forEach(name -> wake(of, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process id alone proves nothing: it may have been given to another program since. */
    private boolean isOurs(Home of, String program) {
        try {
            var pid = Files.readString(run(of).resolve(program + ".pid")).strip();
            return Files.readString(Path.of("/proc", pid, "cmdline"))
                    .contains("-Ddvk.program=" + home.resolve(of.folder) + "#");
        } catch (IOException _) {
            return false;
        }
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
