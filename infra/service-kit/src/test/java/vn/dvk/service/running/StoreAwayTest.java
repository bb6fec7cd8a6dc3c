package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import vn.dvk.local.Store;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.Topic;

/** The store goes away in the middle of everything and comes back. */
class StoreAwayTest {

    private static final String NOTICE = "{\"text\":\"Họp\"}";
    private static final String PERSONAL = "Nguyễn Văn An, bí thư chi bộ";

    @TempDir
    private Path folder;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void batches_come_again_until_it_is_back_and_nothing_is_lost_or_told_to_the_log() {
        try (var store = new RestartedStore(folder.resolve("store.mv"));
                var service = RunningService.start(SampleService.class, "DVK_MONGODB_URI=" + store.uri());
                var elsewhere = new Elsewhere();
                var log = new Log()) {
            elsewhere.happened(subject, 1);
            await().until(() -> Arrivals.of(service, subject).equals("1"));

            store.stop();
            var delivered = delivered(List.of(
                    Elsewhere.nonsense(subject, "nobody can read this"),
                    Elsewhere.record(Elsewhere.event(SampleService.HAPPENED, subject + "b", 1, ""))));
            assertThatThrownBy(() -> intake(service).accept(delivered)).hasRootCauseInstanceOf(MongoException.class);
            assertThatThrownBy(() -> intake(service).accept(delivered)).hasRootCauseInstanceOf(MongoException.class);
            for (var position = 2; position <= 200; position++) {
                elsewhere.publish(Elsewhere.event(SampleService.HAPPENED, subject, position, PERSONAL));
            }
            await().until(() -> log.linesWith("The batch will come again") >= 2);
            var refused = service.as("OFFICER@NA").post("/api/v1/boards/a/notices", NOTICE);
            assertThat(refused.is(503, "store-away").header("Retry-After")).isNotEmpty();
            assertThat(readiness(service)).isEqualTo(503);

            store.start();
            await().until(() -> readiness(service) == 200);
            await().untilAsserted(
                            () -> assertThat(Arrivals.of(service, subject)).isEqualTo(upTo(200)));
            service.as("OFFICER@NA").post("/api/v1/boards/a/notices", NOTICE).is(200);
            intake(service).accept(delivered);
            assertThat(deadLetters(service))
                    .as("not one for each time the batch came")
                    .hasSize(1);

            assertThat(log.lines()).noneMatch(line -> line.contains(PERSONAL));
            assertThat(log.lines()).extracting(String::length).allMatch(length -> length < 12_000);
        }
    }

    private static int readiness(RunningService service) {
        return service.api().get("/actuator/health/readiness").status();
    }

    @SuppressWarnings("unchecked") // the bean's declared type
    private static Consumer<Message<List<byte[]>>> intake(RunningService service) {
        return (Consumer<Message<List<byte[]>>>) service.context().getBean("intake");
    }

    /** A batch as the binder hands it over. */
    private static Message<List<byte[]>> delivered(List<ProducerRecord<byte[], byte[]>> all) {
        return MessageBuilder.withPayload(
                        all.stream().map(ProducerRecord::value).toList())
                .setHeader(
                        "dvk_records",
                        all.stream()
                                .map(sent -> new ConsumerRecord<>(
                                        sent.topic(),
                                        0,
                                        0,
                                        ConsumerRecord.NO_TIMESTAMP,
                                        TimestampType.NO_TIMESTAMP_TYPE,
                                        ConsumerRecord.NULL_SIZE,
                                        ConsumerRecord.NULL_SIZE,
                                        sent.key(),
                                        sent.value(),
                                        sent.headers(),
                                        Optional.empty()))
                                .toList())
                .build();
    }

    private static String upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(RunningService service) {
        return Topic.deadLetters(Elsewhere.TOPIC)
                .records(record -> subject.equals(record.key())
                        && Topic.header(record, "dvk_reader").equals(service.name()));
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
            return running.uri() + "/?serverSelectionTimeoutMS=1000&socketTimeoutMS=20000";
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
}
