package vn.dvk.bench;

import static vn.dvk.bench.Words.both;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The platform that is measured: in a home and a range of ports of its own, started and stopped by the same script that
 * people use. Everything that was started is stopped at the end, however it ends.
 */
public final class Site implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Path script;
    private final Path home;
    private final int base;
    private final List<Process> own = new CopyOnWriteArrayList<>();

    private Site(Path script, Path home, int base) {
        this.script = script;
        this.home = home;
        this.base = base;
    }

    /** @throws CannotMeasure unless the script has set what is needed */
    static Site of(Map<String, String> environment) {
        var site = new Site(
                Path.of(required(environment, "DVK_SCRIPT")),
                Path.of(required(environment, "DVK_HOME")),
                Integer.parseInt(required(environment, "DVK_PORT_BASE")));
        Runtime.getRuntime().addShutdownHook(new Thread(site::endOwn));
        return site;
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new CannotMeasure(both("Hãy chạy bằng ./infra/dvk bench.", "Start with ./infra/dvk bench."));
        }
        return value;
    }

    public Path home() {
        return home;
    }

    public Path repository() {
        return script.resolve("../..").normalize();
    }

    public int port(String service) {
        return base
                + switch (service) {
                    case "reporting" -> 0;
                    case "registration" -> 1;
                    case "evaluation" -> 2;
                    case "awards" -> 3;
                    case "identity" -> 4;
                    case "kafka" -> 5;
                    case "store" -> 7;
                    case "bare" -> 18; // and the next one: above the second instances
                    default -> throw new IllegalArgumentException(service);
                };
    }

    public URI address(String service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    public String bootstrap() {
        return "127.0.0.1:" + port("kafka");
    }

    public String store() {
        return "mongodb://127.0.0.1:" + port("store");
    }

    /** Starts these parts, none means all; returns when they serve, and how long that took. */
    Duration up(String... parts) {
        var began = System.nanoTime();
        var words = new ArrayList<>(List.of("up"));
        words.addAll(List.of(parts));
        script(words.toArray(String[]::new));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** {@code restart NAME}, {@code stop NAME}, {@code start NAME}, {@code replay FILE}: what people can do too. */
    public String script(String... words) {
        try {
            var command = new ArrayList<>(List.of(script.toString()));
            command.addAll(List.of(words));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            own.add(process);
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var code = process.waitFor();
            own.remove(process);
            if (code != 0) {
                throw new CannotMeasure(both("“%1$s” không thành:%n%2$s", "“%1$s” failed.")
                        .formatted(String.join(" ", words), said.strip()));
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure(both("Bị ngắt.", "Interrupted."), e);
        }
    }

    /** Stops everything and forgets what it has kept. */
    void clear() {
        script("down");
        var data = home.resolve("data");
        if (Files.exists(data)) {
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public long pid(String name) {
        try {
            return Long.parseLong(
                    Files.readString(home.resolve("run").resolve(name + ".pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the running process was started: executable and arguments. */
    public List<String> commandOf(String name) {
        return words(pid(name), "cmdline");
    }

    public List<String> environmentOf(String name) {
        return words(pid(name), "environ");
    }

    private static List<String> words(long pid, String file) {
        try {
            var text = Files.readString(Path.of("/proc", Long.toString(pid), file));
            return Arrays.stream(text.split("\0"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resident memory in MiB. */
    public static double residentMb(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The marker by which a process is known to belong to this home, and is stopped with it. */
    public String marker(String name) {
        return "-Ddvk.program=" + home + "#bench-" + name;
    }

    /** Starts a process that is none of the platform's; its log stands beside theirs. */
    public Process start(String name, List<String> command, List<String> environment) {
        try {
            var log = home.resolve("logs").resolve("bench-" + name + ".log").toFile();
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            for (var one : environment) {
                var equals = one.indexOf('=');
                builder.environment().put(one.substring(0, equals), one.substring(equals + 1));
            }
            var process = builder.start();
            own.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        own.remove(process);
    }

    /** The executable that started the platform's processes. */
    public String java() {
        return Objects.requireNonNullElse(System.getenv("DVK_JAVA"), "java");
    }

    public static void await(Duration limit, String what, BooleanSupplier reached) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new CannotMeasure(both("Chờ quá %1$d giây: %2$s.", "Waited longer than %1$d s for: %2$s.")
                        .formatted(limit.toSeconds(), what));
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotMeasure(both("Bị ngắt.", "Interrupted."), e);
            }
        }
    }

    private void endOwn() {
        own.forEach(Process::destroyForcibly);
    }

    @Override
    public void close() {
        own.forEach(this::end);
        clear();
    }
}
