package vn.dvk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes built applications quick to start: takes each jar apart and lets the JVM keep what a start loads and links in an
 * ahead-of-time cache. The training run ends where the application would begin to talk to broker and store, so it needs
 * neither.
 *
 * <p>An application is prepared again only when its jar, its flags or the JDK changed.
 */
public final class Preparation {

    private static final long LIMIT_SECONDS = 180;
    private static final int LAST_LINES = 12;

    private final Settings settings;
    private final Path repository;

    private Preparation(Settings settings, Path repository) {
        this.settings = settings;
        this.repository = repository;
    }

    /** The first argument is the repository; the others name applications, none means all. */
    public static void main(String[] arguments) {
        try {
            var preparation = new Preparation(Settings.of(System.getenv()), Path.of(arguments[0]));
            var wanted = List.of(arguments).subList(1, arguments.length);
            Platform.APPS.stream()
                    .filter(app -> wanted.isEmpty() || wanted.contains(app.name()))
                    .forEach(preparation::prepare);
        } catch (CannotRun e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void prepare(Platform.App app) {
        var jar = app.built(repository);
        if (!Files.exists(jar)) {
            throw new CannotRun("%s is not built: %s is missing.".formatted(app.name(), jar));
        }
        var folder = app.folder(settings);
        var stamp = folder.resolve("prepared");
        var fingerprint = fingerprint(jar, app);
        try {
            if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
                return;
            }
            var begin = System.nanoTime();
            delete(folder);
            run(app, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString());
            train(app);
            requireAccepted(app);
            Files.writeString(stamp, fingerprint);
            System.out.printf("  %-14s prepared in %4.1f s%n", app.name(), (System.nanoTime() - begin) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void train(Platform.App app) {
        var command = new ArrayList<>(app.flags());
        command.add("-XX:AOTCacheOutput=" + app.cache(settings));
        command.addAll(startedOnly(app));
        run(app, command.toArray(String[]::new));
    }

    /** With {@code AOTMode=on} the JVM refuses to start where it would otherwise pass over the cache with a warning. */
    private void requireAccepted(Platform.App app) {
        var command = new ArrayList<>(app.flags());
        command.add("-XX:AOTCache=" + app.cache(settings));
        command.add("-XX:AOTMode=on");
        command.addAll(startedOnly(app));
        run(app, command.toArray(String[]::new));
    }

    private List<String> startedOnly(Platform.App app) {
        return List.of(
                "-Dspring.context.exit=onRefresh", "-jar", app.jar(settings).toString());
    }

    private void run(Platform.App app, String... arguments) {
        var log = new Log(settings.logs().resolve("prepare-" + app.name() + ".log"));
        var command = new ArrayList<String>();
        command.add(settings.java());
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(settings.logs());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.file().toFile());
            builder.environment().putAll(Platform.environment(settings, app));
            var process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw failed(app, log, "took longer than " + LIMIT_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw failed(app, log, "failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while preparing " + app.name() + ".", e);
        }
    }

    private static CannotRun failed(Platform.App app, Log log, String how) {
        return new CannotRun("Preparing %s %s; %s ends with:%n    %s"
                .formatted(app.name(), how, log.file(), String.join("\n    ", log.lastLines(LAST_LINES))));
    }

    private String fingerprint(Path jar, Platform.App app) {
        try (var content = Files.newInputStream(jar)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return String.join(
                    "\n",
                    HexFormat.of().formatHex(digest.digest()),
                    Runtime.version().toString(),
                    settings.java(),
                    String.join(" ", app.flags()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
