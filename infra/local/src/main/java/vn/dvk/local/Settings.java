package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says about this platform. The same variables as everywhere; {@code ./infra/dvk} sets those that
 * are missing.
 *
 * @param home data, logs and the files of a running platform ({@code DVK_HOME})
 * @param apps applications prepared to start quickly; several homes may share them ({@code DVK_APPS})
 * @param installation what stands in the source of every event ({@code DVK_INSTALLATION})
 * @param portBase the first of ten ports (the ninth is free), and of four from ten further on for second instances ({@code
 *     DVK_PORT_BASE})
 * @param mongodbUri an existing store to use instead of the embedded one ({@code DVK_MONGODB_URI})
 * @param kafkaBootstrap an existing cluster to use instead of the embedded broker ({@code DVK_KAFKA_BOOTSTRAP})
 * @param topics wished for on whichever cluster is used
 * @param heaps most heap in MiB by program, of those that are to have another than usual ({@code DVK_HEAP_REPORTING}…)
 * @param java the executable every process is started with ({@code DVK_JAVA})
 */
record Settings(
        Path home,
        Path apps,
        String installation,
        int portBase,
        @Nullable String mongodbUri,
        @Nullable String kafkaBootstrap,
        Topics topics,
        Map<String, Integer> heaps,
        String java) {

    private static final int DEFAULT_PORT_BASE = 18080;

    private static final String HEAP = "DVK_HEAP_";
    private static final int LEAST_HEAP_MB = 64;

    Settings {
        heaps = Map.copyOf(heaps);
        heaps.forEach((name, heapMb) -> {
            if (heapMb < LEAST_HEAP_MB) {
                throw new CannotRun(both(
                                "%1$s%2$s phải từ %3$d (MB) trở lên, không phải %4$d.",
                                "%1$s%2$s must be at least %3$d (MB), not %4$d.")
                        .formatted(HEAP, name.toUpperCase(Locale.ROOT), LEAST_HEAP_MB, heapMb));
            }
        });
        if (portBase < 1024 || portBase > 65522) {
            throw new CannotRun(both(
                            "DVK_PORT_BASE phải từ 1024 đến 65522, không phải %1$d.",
                            "DVK_PORT_BASE must be between 1024 and 65522, not %1$d.")
                    .formatted(portBase));
        }
    }

    static Settings of(Map<String, String> environment) {
        var home = text(environment, "DVK_HOME");
        if (home == null) {
            throw new CannotRun(both(
                    "Chưa đặt DVK_HOME: hãy chạy bằng ./infra/dvk.", "DVK_HOME is not set: start with ./infra/dvk."));
        }
        var bootstrap = text(environment, "DVK_KAFKA_BOOTSTRAP");
        var usual = bootstrap == null ? Topics.LOCAL : Topics.CLUSTER;
        var java = text(environment, "DVK_JAVA");
        var folder = Path.of(home).toAbsolutePath().normalize();
        var apps = text(environment, "DVK_APPS");
        return new Settings(
                folder,
                apps == null
                        ? folder.resolve("apps")
                        : Path.of(apps).toAbsolutePath().normalize(),
                Objects.requireNonNullElse(text(environment, "DVK_INSTALLATION"), "local"),
                number(environment, "DVK_PORT_BASE", DEFAULT_PORT_BASE),
                text(environment, "DVK_MONGODB_URI"),
                bootstrap,
                new Topics(
                        number(environment, "DVK_TOPIC_PARTITIONS", usual.partitions()),
                        number(environment, "DVK_TOPIC_REPLICATION", usual.replication())),
                heaps(environment),
                java == null ? ProcessHandle.current().info().command().orElse("java") : java);
    }

    Path run() {
        return home.resolve("run");
    }

    Path logs() {
        return home.resolve("logs");
    }

    Path data() {
        return home.resolve("data");
    }

    /** Written by the backbone with its process id once broker, topics and store are there. */
    Path backboneReady() {
        return run().resolve("backbone.ready");
    }

    int identityPort() {
        return portBase + 4;
    }

    int brokerPort() {
        return portBase + 5;
    }

    int controllerPort() {
        return portBase + 6;
    }

    int storePort() {
        return portBase + 7;
    }

    /** The cluster the services talk to, whoever runs it. */
    String bootstrap() {
        return kafkaBootstrap == null ? Loopback.ADDRESS + ":" + brokerPort() : kafkaBootstrap;
    }

    /** The store the services talk to, whoever runs it. */
    String store() {
        return mongodbUri == null ? "mongodb://" + Loopback.ADDRESS + ":" + storePort() : mongodbUri;
    }

    /** Most heap of a program in MiB: what the environment says, otherwise what it usually has. */
    int heapMb(String program, int usual) {
        return heaps.getOrDefault(program, usual);
    }

    private static Map<String, Integer> heaps(Map<String, String> environment) {
        var heaps = new HashMap<String, Integer>();
        for (var name : environment.keySet()) {
            if (name.startsWith(HEAP) && text(environment, name) != null) {
                heaps.put(name.substring(HEAP.length()).toLowerCase(Locale.ROOT), number(environment, name, 0));
            }
        }
        return heaps;
    }

    private static @Nullable String text(Map<String, String> environment, String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static int number(Map<String, String> environment, String name, int usual) {
        var value = text(environment, name);
        try {
            return value == null ? usual : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new CannotRun(
                    both("%1$s phải là số nguyên, không phải “%2$s”.", "%1$s must be a whole number, not “%2$s”.")
                            .formatted(name, value),
                    e);
        }
    }
}
