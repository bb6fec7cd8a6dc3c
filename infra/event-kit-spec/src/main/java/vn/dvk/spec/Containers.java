package vn.dvk.spec;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Store and broker as the images that {@code docker-compose.yml} names, where a container engine on this machine answers
 * and has them: fetching is for whoever runs the tests to decide, because without a way out it takes minutes to fail.
 * {@code DVK_TEST_CONTAINERS=always} fetches, and fails if that fails; {@code never} does not look.
 */
final class Containers {

    static final String MONGO = "mongo:8.0.13";
    static final String KAFKA = "apache/kafka:4.2.1";

    private static final int MONGO_PORT = 27_017;

    private final Wish wish;
    private final Predicate<String> engineHas;

    Containers(Wish wish, Predicate<String> engineHas) {
        this.wish = wish;
        this.engineHas = engineHas;
    }

    static Containers ofThisRun() {
        return new Containers(Wish.of(System.getenv("DVK_TEST_CONTAINERS")), Containers::engineHas);
    }

    /** What is wanted of them. */
    enum Wish {
        ALWAYS,
        NEVER,
        IF_POSSIBLE;

        static Wish of(@Nullable String said) {
            return switch (said) {
                case "always" -> ALWAYS;
                case "never" -> NEVER;
                case null -> IF_POSSIBLE;
                case "" -> IF_POSSIBLE;
                default ->
                    throw new IllegalArgumentException("DVK_TEST_CONTAINERS is always, never or nothing, not " + said);
            };
        }
    }

    /** @return its connection string */
    Optional<String> mongo() {
        return started(MONGO, () -> {
            var container = new GenericContainer<>(DockerImageName.parse(MONGO)).withExposedPorts(MONGO_PORT);
            start(container);
            return "mongodb://%s:%d".formatted(container.getHost(), container.getMappedPort(MONGO_PORT));
        });
    }

    /** @return its bootstrap servers */
    Optional<String> kafka() {
        return started(KAFKA, () -> {
            var container = new KafkaContainer(DockerImageName.parse(KAFKA))
                    // A misspelled topic must be an error, as on the real one.
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            start(container);
            return container.getBootstrapServers();
        });
    }

    private static void start(GenericContainer<?> container) {
        container.start();
        // The library's own reaper is one more image, and is switched off in the parent pom.
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    }

    Optional<String> started(String image, Supplier<String> container) {
        if (wish == Wish.NEVER || wish == Wish.IF_POSSIBLE && !engineHas.test(image)) {
            return Optional.empty();
        }
        try {
            var address = container.get();
            say("%s, a container, at %s".formatted(image, address));
            return Optional.of(address);
        } catch (RuntimeException e) {
            if (wish == Wish.ALWAYS) {
                throw e;
            }
            say("%s cannot be run as a container: %s".formatted(image, e.getMessage()));
            return Optional.empty();
        }
    }

    /** Asks the command and not the library, which fetches images of its own before it answers. */
    private static boolean engineHas(String image) {
        try {
            var asked = new ProcessBuilder("docker", "image", "inspect", image)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answered = asked.waitFor(10, TimeUnit.SECONDS);
            asked.destroyForcibly();
            return answered && asked.exitValue() == 0;
        } catch (IOException _) {
            return false; // there is no such command
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void say(String what) {
        System.out.println("[tests] " + what);
    }
}
