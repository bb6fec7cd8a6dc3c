package vn.dvk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Broker, topics and store in one process; what the environment points elsewhere is left out. */
public final class Backbone implements AutoCloseable {

    static final String REHEARSE = "rehearse";
    static final String STAGE = "stage";

    private final List<AutoCloseable> parts = new ArrayList<>();

    private Backbone() {}

    /**
     * Starts what the environment does not provide; prints one line when it is ready and stops at SIGTERM.
     *
     * <p>With the argument {@code rehearse} it starts everything once in an empty folder on free ports and ends: the run
     * from which the JVM learns what a start needs. With {@code stage} and a file it does the same, writes the addresses
     * of broker and store into the file, and stays until SIGTERM: for others to rehearse with.
     */
    public static void main(String[] arguments) throws Exception {
        try {
            if (List.of(arguments).equals(List.of(REHEARSE))) {
                rehearse(_ -> {});
                return;
            }
            if (arguments.length == 2 && arguments[0].equals(STAGE)) {
                rehearse(addresses -> stay(Path.of(arguments[1]), addresses));
                return;
            }
            var settings = Settings.of(System.getenv());
            var backbone = open(settings);
            var stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                backbone.close();
                stopped.countDown();
            }));
            Files.createDirectories(settings.run());
            Files.writeString(
                    settings.backboneReady(),
                    Long.toString(ProcessHandle.current().pid()));
            System.out.printf("Backbone ready: Kafka %s, store %s%n", settings.bootstrap(), settings.store());
            stopped.await();
        } catch (CannotRun e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static Backbone open(Settings settings) {
        var backbone = new Backbone();
        try {
            if (settings.mongodbUri() == null) {
                backbone.parts.add(Store.open(settings.data().resolve("store.mv"), settings.storePort()));
            }
            if (settings.kafkaBootstrap() == null) {
                backbone.parts.add(Broker.start(
                        settings.data().resolve("kafka"), settings.brokerPort(), settings.controllerPort()));
            }
            settings.topics().create(settings.bootstrap(), System.out::println);
            return backbone;
        } catch (RuntimeException e) {
            backbone.close();
            throw e;
        }
    }

    private static void rehearse(Consumer<List<String>> meanwhile) throws IOException {
        var folder = Files.createTempDirectory("dvk-rehearsal");
        try (var store = Store.open(folder.resolve("store.mv"), 0);
                var broker = Broker.start(folder.resolve("kafka"))) {
            Topics.LOCAL.create(broker.bootstrap(), System.out::println);
            meanwhile.accept(List.of(broker.bootstrap(), "mongodb://" + Loopback.ADDRESS + ":" + store.port()));
        } finally {
            Folders.delete(folder);
        }
    }

    /** Until SIGTERM, and then until what was started is stopped again. */
    private static void stay(Path ready, List<String> addresses) {
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            main.interrupt();
            try {
                main.join(Duration.ofSeconds(20));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }));
        try {
            var unfinished = ready.resolveSibling("ready.new");
            Files.write(unfinished, addresses);
            Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            // The end of the rehearsal.
        }
    }

    @Override
    public void close() {
        for (var part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("While stopping: " + e.getMessage());
            }
        }
    }
}
