package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was built quick to start: takes each application's jar apart and lets the JVM keep what a start loads and
 * links in an ahead-of-time cache. An application is trained by a start against an empty broker and store, until it
 * serves.
 *
 * <p>Something is prepared again only when its jars, its flags or the JDK changed.
 */
public final class Preparation implements AutoCloseable {

    /** Each takes some hundred megabytes. */
    private static final int MOST_AT_ONCE = 4;

    private final Settings settings;
    private final Path repository;
    private @Nullable Rehearsal rehearsal;

    private Preparation(Settings settings, Path repository) {
        this.settings = settings;
        this.repository = repository;
    }

    /** The first argument is the repository; the others name what to prepare. */
    public static void main(String[] arguments) {
        try (var preparation = new Preparation(Settings.of(System.getenv()), Path.of(arguments[0]))) {
            var wanted = List.of(arguments).subList(1, arguments.length);
            if (wanted.contains("backbone")) {
                preparation.prepareBackbone();
            }
            preparation.prepareAll(Platform.APPS.stream()
                    .filter(app -> wanted.contains(app.name()))
                    .toList());
        } catch (CannotRun e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** As many at once as there are cores, within {@link #MOST_AT_ONCE}: for most of the time each keeps one busy. */
    private void prepareAll(List<Platform.App> apps) {
        var atOnce = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_AT_ONCE);
        try (var workers = Executors.newFixedThreadPool(atOnce)) {
            var all = apps.stream()
                    .map(app -> CompletableFuture.runAsync(() -> prepare(app), workers))
                    .toList();
            all.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    private void prepareBackbone() {
        var jars =
                new ArrayList<>(Folders.list(Platform.backboneFolder(settings).resolve("lib")));
        jars.add(Platform.backboneFolder(settings).resolve("local-1.0.0.jar"));
        var classPath = Platform.backboneClassPath(settings);
        var training = new Training(
                "backbone",
                Platform.backboneFlags(settings),
                classPath,
                List.of("-cp", classPath, Backbone.class.getName(), Backbone.REHEARSE),
                Platform.backboneCache(settings));
        ifChanged(training, Platform.backboneCacheFolder(settings), jars, () -> training.carryOut(settings));
    }

    private void prepare(Platform.App app) {
        var jar = app.built(repository);
        if (!Files.exists(jar)) {
            throw new CannotRun(both("Chưa biên dịch %1$s: thiếu %2$s.", "%1$s is not built.")
                    .formatted(app.name(), jar));
        }
        var folder = app.folder(settings);
        var start = app.jar(settings).toString();
        var training =
                new Training(app.name(), app.flags(settings), start, List.of("-jar", start), app.cache(settings));
        ifChanged(training, folder, List.of(jar), () -> {
            BuildStep.run(
                    settings,
                    app.name(),
                    Map.of(),
                    List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString()));
            var port = Loopback.port(0);
            training.carryOut(settings, rehearsal().environment(settings, app, port), _ -> Platform.serves(port));
        });
    }

    private synchronized Rehearsal rehearsal() {
        if (rehearsal == null) {
            rehearsal = Rehearsal.open(settings);
        }
        return rehearsal;
    }

    @Override
    public void close() {
        if (rehearsal != null) {
            rehearsal.close();
        }
    }

    /** Looks at the jars' sizes and times first: reading them all takes seconds, and mostly nothing has changed. */
    private void ifChanged(Training training, Path folder, List<Path> jars, Runnable prepare) {
        var stamp = folder.resolve("prepared");
        var run =
                String.join("\n", Runtime.version().toString(), training.flags().toString(), training.classPath());
        try {
            var atAGlance = jars.stream().map(Preparation::sizeAndTime).collect(Collectors.joining(" "));
            var before = Files.exists(stamp) ? Files.readString(stamp) : "";
            if (before.startsWith(atAGlance + "\n") && before.endsWith("\n" + run)) {
                return;
            }
            var contents = digest(jars) + "\n" + run;
            if (!before.endsWith("\n" + contents)) {
                var begin = System.nanoTime();
                Folders.delete(folder);
                Files.createDirectories(folder);
                prepare.run();
                System.out.printf(
                        "  %-14s %s%n",
                        training.name(),
                        both("chuẩn bị xong sau %1$.1f giây", "prepared in %1$.1f s")
                                .formatted((System.nanoTime() - begin) / 1e9));
            }
            Files.writeString(stamp, atAGlance + "\n" + contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sizeAndTime(Path file) {
        try {
            return Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(List<Path> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                // A jar with a database in it is larger than this small heap.
                try (var input = new DigestInputStream(Files.newInputStream(file), digest)) {
                    input.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
