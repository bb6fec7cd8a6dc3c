package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker, with its controller, inside this JVM: the code a cluster runs, with one node.
 *
 * <p>Records are kept for ever, as on a production cluster of this platform, because the log is what read stores are
 * rebuilt from. Topics are never created by a mistyped name: {@link Topics} creates them.
 *
 * <p>An acknowledged record survives the death of the process. Kafka leaves writing to disk to the operating system; we
 * ask for it once a second, so a power cut can cost the last second.
 */
public final class Broker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts a broker on free ports; returns when it serves clients. */
    public static Broker start(Path folder) {
        return start(folder, 0, 0);
    }

    /**
     * Starts a broker; returns when it serves clients.
     *
     * @param folder where the log lives; an empty or missing one is formatted first, an earlier one is opened as it is
     * @param port for clients; 0 picks a free one
     * @param controllerPort for the broker's own controller; 0 picks a free one
     * @throws CannotRun when a port is taken, the folder cannot be used, or the environment speaks of production
     */
    public static Broker start(Path folder, int port, int controllerPort) {
        LocalOnly.require(System.getenv());
        int clients = Loopback.port(port);
        int controller = Loopback.port(controllerPort);
        Loopback.requireFree(clients, "Kafka");
        Loopback.requireFree(controller, "Kafka controller");
        var settings = settings(folder, clients, controller);
        formatOnce(folder, settings);
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        return new Broker(server, clients);
    }

    /** What clients call {@code bootstrap.servers}. */
    public String bootstrap() {
        return Loopback.ADDRESS + ":" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Map<String, String> settings(Path folder, int port, int controllerPort) {
        var settings = new HashMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + Loopback.ADDRESS + ":" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "listeners",
                "CLIENTS://%1$s:%2$d,CONTROLLER://%1$s:%3$d".formatted(Loopback.ADDRESS, port, controllerPort));
        settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("log.dirs", folder.toAbsolutePath().toString());

        settings.put("auto.create.topics.enable", "false");
        settings.put("log.retention.ms", "-1");
        settings.put("log.retention.bytes", "-1");
        settings.put("log.flush.interval.ms", "1000");
        settings.put("log.flush.scheduler.interval.ms", "1000");

        // One node: nothing to replicate to. Few partitions of the internal topics: quick to open.
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "3");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");

        // A killed consumer's partitions move after its session ends; a starting one should not wait for others.
        settings.put("group.min.session.timeout.ms", "6000");
        settings.put("group.initial.rebalance.delay.ms", "0");

        // A killed broker's next life has to wait until the controller takes the old one for gone: 9 s by default.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");

        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        return settings;
    }

    /** The cluster id lives in the folder; formatting again would be refused, and would orphan the log if it were not. */
    private static void formatOnce(Path folder, Map<String, String> settings) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            var file = Files.createTempFile("dvk-broker", ".properties");
            try {
                store(settings, file);
                format(folder, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void store(Map<String, String> settings, Path file) throws IOException {
        var properties = new Properties();
        properties.putAll(settings);
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }

    private static void format(Path folder, Path settings) {
        var said = new ByteArrayOutputStream();
        int exit = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new CannotRun(
                    both("Không chuẩn bị được thư mục %s của Kafka", "The broker's folder %s cannot be prepared")
                                    .formatted(folder, folder)
                            + ": "
                            + said.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
