package vn.dvk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes what was built quick to start: takes each application's jar apart and lets the JVM keep what a start loads and
 * links in an ahead-of-time cache. The training run of an application ends where it would begin to talk to broker and
 * store, so it needs neither.
 *
 * <p>Something is prepared again only when its jars, its flags or the JDK changed.
 */
public final class Preparation {

    private static final long LIMIT_SECONDS = 180;
    private static final int LAST_LINES = 12;

    private final Settings settings;
    private final Path repository;

    /**
     * What the JVM is to learn.
     *
     * @param flags those of the real start, without which the cache is refused
     * @param classPath of the real start, likewise
     * @param start a run that comes as far as a real start and ends by itself
     * @param cache what it learns is written here
     */
    private record Training(
            String name,
            List<String> flags,
            String classPath,
            List<String> start,
            Path cache,
            Map<String, String> environment) {}

    private Preparation(Settings settings, Path repository) {
        this.settings = settings;
        this.repository = repository;
    }

    /** The first argument is the repository; the others name what to prepare. */
    public static void main(String[] arguments) {
        try {
            var preparation = new Preparation(Settings.of(System.getenv()), Path.of(arguments[0]));
            var wanted = List.of(arguments).subList(1, arguments.length);
            if (wanted.contains("backbone")) {
                preparation.prepareBackbone();
            }
            Platform.APPS.stream().filter(app -> wanted.contains(app.name())).forEach(preparation::prepare);
        } catch (CannotRun e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void prepareBackbone() {
        var jars =
                new ArrayList<>(Folders.list(Platform.backboneFolder(settings).resolve("lib")));
        jars.add(Platform.backboneFolder(settings).resolve("local-1.0.0.jar"));
        var classPath = Platform.backboneClassPath(settings);
        var training = new Training(
                "backbone",
                Platform.backboneFlags(),
                classPath,
                List.of("-cp", classPath, Backbone.class.getName(), Backbone.REHEARSE),
                Platform.backboneCache(settings),
                Map.of());
        ifChanged(training, Platform.backboneCacheFolder(settings), jars, () -> train(training));
    }

    private void prepare(Platform.App app) {
        var jar = app.built(repository);
        if (!Files.exists(jar)) {
            throw new CannotRun("%s is not built: %s is missing.".formatted(app.name(), jar));
        }
        var folder = app.folder(settings);
        var start = app.jar(settings).toString();
        var training = new Training(
                app.name(),
                app.flags(),
                start,
                List.of("-Dspring.context.exit=onRefresh", "-jar", start),
                app.cache(settings),
                Platform.environment(settings, app));
        ifChanged(training, folder, List.of(jar), () -> {
            run(
                    training,
                    List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString()));
            train(training);
        });
    }

    private void ifChanged(Training training, Path folder, List<Path> jars, Runnable prepare) {
        var stamp = folder.resolve("prepared");
        var fingerprint = String.join(
                "\n",
                digest(jars),
                Runtime.version().toString(),
                training.flags().toString(),
                training.classPath());
        try {
            if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
                return;
            }
            var begin = System.nanoTime();
            Folders.delete(folder);
            Files.createDirectories(folder);
            prepare.run();
            Files.writeString(stamp, fingerprint);
            System.out.printf("  %-14s prepared in %4.1f s%n", training.name(), (System.nanoTime() - begin) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cache is worth nothing when the JVM passes over it with a warning; with {@code AOTMode=on} it refuses to start. */
    private void train(Training training) {
        var learn = new ArrayList<String>();
        learn.addAll(training.flags());
        learn.addAll(List.of("-XX:AOTCacheOutput=" + training.cache(), "-Xlog:aot=error"));
        learn.addAll(training.start());
        run(training, learn);

        var check = new ArrayList<String>();
        check.addAll(training.flags());
        check.addAll(List.of("-XX:AOTCache=" + training.cache(), "-XX:AOTMode=on"));
        check.addAll(List.of("-cp", training.classPath(), "-version"));
        run(training, check);
    }

    private void run(Training training, List<String> arguments) {
        var name = training.name();
        var log = new Log(settings.logs().resolve("prepare-" + name + ".log"));
        var command = new ArrayList<String>();
        command.add(settings.java());
        command.addAll(arguments);
        try {
            Files.createDirectories(settings.logs());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.file().toFile());
            builder.environment().putAll(training.environment());
            var process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw failed(name, log, "took longer than " + LIMIT_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw failed(name, log, "failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while preparing " + name + ".", e);
        }
    }

    private static CannotRun failed(String name, Log log, String how) {
        return new CannotRun("Preparing %s %s; %s ends with:%n    %s"
                .formatted(name, how, log.file(), String.join("\n    ", log.lastLines(LAST_LINES))));
    }

    private static String digest(List<Path> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
