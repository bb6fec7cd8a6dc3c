package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.dvk.local.Store;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.Published;

/** The store goes away in the middle of everything and comes back. */
class StoreAwayTest {

    private static final String NOTICE = "{\"text\":\"Họp\"}";
    private static final String PERSONAL = "Nguyễn Văn An, bí thư chi bộ";

    @TempDir
    private Path folder;

    private final String subject = UUID.randomUUID().toString();
    private final String name = Service.freshName();

    @Test
    void batches_come_again_until_it_is_back_and_nothing_is_lost_or_told_to_the_log() {
        try (var store = new RestartedStore(folder.resolve("store.mv"));
                var service = Service.start(name, "--spring.mongodb.uri=" + store.uri());
                var elsewhere = new Elsewhere();
                var log = new Log()) {
            elsewhere.happened(subject, 1);
            await().until(() -> service.trailOf(subject).equals("1"));

            store.stop();
            elsewhere.send(Elsewhere.nonsense(subject, "nobody can read this"));
            for (var position = 2; position <= 200; position++) {
                elsewhere.publish(Elsewhere.event(SampleService.HAPPENED, subject, position, PERSONAL));
            }
            await().until(() -> log.linesWith("The batch will come again") >= 2);
            var refused = service.post("/api/v1/boards/a/notices", NOTICE).send();
            assertThat(refused.is(503, "store-away").header("Retry-After")).isNotEmpty();

            store.start();
            await().untilAsserted(() -> assertThat(service.trailOf(subject)).isEqualTo(upTo(200)));
            service.post("/api/v1/boards/a/notices", NOTICE).send().is(200);
            await().untilAsserted(() -> assertThat(deadLetters()).hasSize(1));

            assertThat(log.lines).noneMatch(line -> line.contains(PERSONAL));
            assertThat(log.lines).extracting(String::length).allMatch(length -> length < 12_000);
        }
    }

    private static String upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        return Published.on(
                        Backbone.kafkaBootstrap(),
                        Elsewhere.TOPIC + ".dlt",
                        (ConsumerRecord<?, ?> record) -> subject.equals(record.key())
                                && Published.header(record, "dvk_reader").equals(name))
                .records();
    }

    /** A store in a file, that can be stopped and started on the same port. */
    private static final class RestartedStore implements AutoCloseable {

        private final Path file;
        private Store running;

        RestartedStore(Path file) {
            this.file = file;
            this.running = Store.open(file, 0);
        }

        /** Impatient, so that the test need not be patient. */
        String uri() {
            return running.uri() + "/?serverSelectionTimeoutMS=500&connectTimeoutMS=500&socketTimeoutMS=2000";
        }

        void stop() {
            running.close();
        }

        void start() {
            running = Store.open(file, running.port());
        }

        @Override
        public void close() {
            running.close();
        }
    }

    /** Everything that is logged, with its stack traces. */
    private static final class Log extends AppenderBase<ILoggingEvent> implements AutoCloseable {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

        Log() {
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
                var thrown = event.getThrowableProxy();
                lines.add(event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
            }
        }

        long linesWith(String text) {
            return lines.stream().filter(line -> line.contains(text)).count();
        }

        @Override
        public void close() {
            root.detachAppender(this);
        }
    }
}
