package vn.dvk.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which processes make the platform, in which order, and how each is started. */
final class Platform {

    /** The Spring Boot applications. Their memory is what the targets of the platform allow, with room to spare. */
    static final List<App> APPS = List.of(
            new App("identity", "infra/identity", 4, 128),
            new App("registration", "registration-service", 1, 112),
            new App("evaluation", "evaluation-service", 2, 112),
            new App("awards", "awards-service", 3, 112),
            new App("reporting", "reporting-service", 0, 256),
            new App("gateway", "infra/gateway", 9, 256));

    /** An eighth of the machine's memory, within these: every document has to fit, and no more is taken than is needed. */
    private static final int LEAST_BACKBONE_HEAP_MB = 512;

    private static final int MOST_BACKBONE_HEAP_MB = 2048;

    /** A second instance's port is so far above the first one's. */
    private static final int SECOND = 10;

    /** What may run twice; there is one issuer, for it has one key, and one gateway, for it has the sessions. */
    static final List<String> SCALABLE = APPS.stream()
            .map(App::name)
            .filter(name -> !name.equals("identity") && !name.equals("gateway"))
            .toList();

    /** To begin with; by default it would be the most, at once. */
    private static final int LEAST_HEAP_MB = 32;

    private Platform() {}

    /**
     * A Spring Boot application.
     *
     * @param module its folder in the repository; the last part is its artifact's name
     * @param portOffset from the platform's first port
     * @param heapMb most heap, in MiB, unless the environment says otherwise; what a program keeps outside its heap comes
     *     on top
     */
    record App(String name, String module, int portOffset, int heapMb) {

        String artifact() {
            return module.substring(module.lastIndexOf('/') + 1);
        }

        int port(Settings settings) {
            return settings.portBase() + portOffset;
        }

        /** What Maven builds: everything in one jar. */
        Path built(Path repository) {
            return repository.resolve(module, "target", artifact() + "-1.0.0.jar");
        }

        /** Where the jar lies taken apart, which starts faster. */
        Path folder(Settings settings) {
            return settings.apps().resolve(artifact());
        }

        Path jar(Settings settings) {
            return folder(settings).resolve(artifact() + "-1.0.0.jar");
        }

        Path cache(Settings settings) {
            return folder(settings).resolve(artifact() + ".aot");
        }

        /** Shared by the training run and the real one: a cache made with other flags is refused. */
        List<String> flags(Settings settings) {
            var flags = new ArrayList<>(Platform.flags(settings.heapMb(name, heapMb)));
            // Seven programs start at once on two cores: the second compiler costs more than it gives back (ADR 0013).
            flags.add("-XX:TieredStopAtLevel=1");
            flags.add("-Xms" + LEAST_HEAP_MB + "m");
            // The beans as they were written down when it was built, instead of looking for them (ADR 0013).
            flags.add("-Dspring.aot.enabled=true");
            return flags;
        }
    }

    /** Each stage is started when the one before is ready, and stopped when the one after is gone. */
    static List<List<Program>> stages(Settings settings) {
        return List.of(
                List.of(backbone(settings)),
                APPS.stream().map(app -> program(settings, app)).toList());
    }

    /** A second instance beside the first: its own name, port and log, the same consumer group; empty for what cannot. */
    static Optional<Program> second(Settings settings, String name) {
        return APPS.stream()
                .filter(app -> SCALABLE.contains(name) && app.name().equals(name))
                .map(app -> program(settings, app, name + "-2", app.port(settings) + SECOND))
                .findFirst();
    }

    private static Program backbone(Settings settings) {
        var ports = new HashMap<Integer, String>();
        if (settings.kafkaBootstrap() == null) {
            ports.put(settings.brokerPort(), "Kafka");
            ports.put(settings.controllerPort(), "Kafka controller");
        }
        if (settings.mongodbUri() == null) {
            ports.put(settings.storePort(), "store");
        }
        var command = new ArrayList<String>();
        command.add(settings.java());
        command.add(Program.marker(settings, "backbone"));
        command.addAll(cacheFlags(backboneCache(settings)));
        command.addAll(backboneFlags(settings));
        command.addAll(List.of("-cp", backboneClassPath(settings), Backbone.class.getName()));
        return new Program("backbone", command, Map.of(), ports, pid -> readyFileNames(settings.backboneReady(), pid));
    }

    static Path backboneFolder(Settings settings) {
        return settings.apps().resolve("local");
    }

    static Path backboneCacheFolder(Settings settings) {
        return settings.apps().resolve("backbone");
    }

    static Path backboneCache(Settings settings) {
        return backboneCacheFolder(settings).resolve("backbone.aot");
    }

    static List<String> backboneFlags(Settings settings) {
        var flags = new ArrayList<>(flags(settings.heapMb("backbone", backboneHeapMb(Machine.memoryMb()))));
        // Otherwise the store's library asks before each access whether the buffer is still there and long enough.
        flags.add("-Dio.netty.buffer.checkAccessible=false");
        flags.add("-Dio.netty.buffer.checkBounds=false");
        return flags;
    }

    static int backboneHeapMb(long machineMb) {
        return Math.clamp(machineMb / 8, LEAST_BACKBONE_HEAP_MB, MOST_BACKBONE_HEAP_MB);
    }

    /** In one order always, because the cache depends on it. */
    static String backboneClassPath(Settings settings) {
        return Stream.concat(
                        Stream.of(backboneFolder(settings).resolve("local-1.0.0.jar")),
                        Folders.list(backboneFolder(settings).resolve("lib")).stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    static List<String> cacheFlags(Path cache) {
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=auto") : List.of();
    }

    private static Program program(Settings settings, App app) {
        return program(settings, app, app.name(), app.port(settings));
    }

    private static Program program(Settings settings, App app, String name, int port) {
        var command = new ArrayList<String>();
        command.add(settings.java());
        command.add(Program.marker(settings, name));
        command.addAll(app.flags(settings));
        command.addAll(cacheFlags(app.cache(settings)));
        command.addAll(List.of("-jar", app.jar(settings).toString()));
        var environment = new HashMap<>(environment(settings, app));
        if (!name.equals(app.name())) {
            environment.putAll(Map.of("SERVER_PORT", Integer.toString(port), "DVK_INSTANCE", name));
        }
        return new Program(name, command, environment, Map.of(port, name), _ -> serves(port));
    }

    /** What every service is told; the same when it is only trained. */
    static Map<String, String> environment(Settings settings, App app) {
        return Map.of(
                // Of the C library's memory: as many pools as cores are more than many threads need that seldom ask.
                "MALLOC_ARENA_MAX", "2",
                "SERVER_PORT", Integer.toString(app.port(settings)),
                "DVK_HOME", settings.home().toString(),
                "DVK_INSTALLATION", settings.installation(),
                "DVK_PORT_BASE", Integer.toString(settings.portBase()),
                "DVK_MONGODB_URI", settings.store(),
                "DVK_KAFKA_BOOTSTRAP", settings.bootstrap(),
                "DVK_ISSUER", "http://" + Loopback.ADDRESS + ":" + settings.identityPort(),
                "DVK_INSTANCE", app.name() + "-1");
    }

    private static List<String> flags(int heapMb) {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx" + heapMb + "m",
                // Out of memory means restart, not limping on.
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8");
    }

    /** The file of an earlier run names another process. */
    private static boolean readyFileNames(Path file, long pid) {
        try {
            return Files.readString(file).strip().equals(Long.toString(pid));
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the application at the port is ready. */
    static boolean serves(int port) {
        try {
            var address = URI.create("http://%s:%d/actuator/health/readiness".formatted(Loopback.ADDRESS, port));
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return false; // not listening yet
        }
    }
}
