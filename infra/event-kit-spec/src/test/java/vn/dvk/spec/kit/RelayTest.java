package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.spec.kit.Fixtures.EAGER;
import static vn.dvk.spec.kit.Fixtures.fresh;
import static vn.dvk.spec.kit.Fixtures.idleRelay;
import static vn.dvk.spec.kit.Fixtures.producer;
import static vn.dvk.spec.kit.Fixtures.somebody;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.relay.MongoOutbox;
import vn.dvk.kit.relay.Outbox;
import vn.dvk.kit.relay.Pending;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.relay.RelaySettings;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome.Stored;
import vn.dvk.kit.stream.Streams;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.Published;
import vn.dvk.spec.sample.Dossier;
import vn.dvk.spec.sample.DossierCommand;
import vn.dvk.spec.sample.DossierCommand.Note;
import vn.dvk.spec.sample.DossierCommand.Open;
import vn.dvk.spec.sample.DossierEvent;
import vn.dvk.spec.sample.Dossiers;

/** From the outbox to a real broker: duplicates at worst, nothing lost, first occurrences in order. */
class RelayTest {

    private static final String TOPIC = "dvk.evaluation.v1";

    /** Wakes for what is offered; looks for what is left behind only once, at the start. */
    private static final RelaySettings WOKEN =
            new RelaySettings(Duration.ofHours(1), Duration.ofHours(1), 100_000, 1_000);

    private final String source = "/dvk/" + fresh("relay");
    private final MongoDatabase database = Backbone.freshDatabase();
    private final Producer<String, byte[]> producer = producer(Backbone.kafkaBootstrap());
    private final List<Relay> relays = new ArrayList<>();

    @AfterEach
    void stop() {
        relays.forEach(Relay::close);
        producer.close(Duration.ZERO);
    }

    @Test
    void what_a_stream_publishes_arrives_in_order_and_numbered_from_1() {
        var relay = relay(producer, WOKEN);
        var dossiers = dossiers(relay);
        relay.start();

        write(dossiers, "a", 5);
        write(dossiers, "b", 3);

        await().until(() -> relay.outboxSize() == 0);
        var published = published();
        assertThat(published.firstSeen()).isEqualTo(Map.of("a", upTo(5), "b", upTo(3)));
        assertThat(published.records()).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(Published.header(record, "ce_subject"));
            assertThat(Published.header(record, "ce_actor")).isEqualTo("canbo");
            assertThat(Published.header(record, "ce_unit")).isEqualTo("NA");
            assertThat(Published.header(record, "ce_correlation")).isEqualTo("correlation");
            assertThat(Published.header(record, "content-type")).isEqualTo("application/json");
        });
    }

    @Test
    void what_was_published_and_not_crossed_off_is_published_again_by_the_next() {
        var dossiers = dossiers(idleRelay());
        write(dossiers, "a", 4);
        var crashing = relay(producer, EAGER);
        var outbox = new CrashesBeforeCrossingOff(outbox(dossiers), Integer.MAX_VALUE);
        crashing.register(outbox);
        crashing.start();
        await().until(() -> outbox.crashes.get() > 0);
        crashing.close();
        assertThat(outbox.size()).isEqualTo(4);

        write(dossiers, "a", 2);
        var next = relay(producer, EAGER);
        next.register(outbox(dossiers));
        next.start();

        await().until(() -> next.outboxSize() == 0);
        assertThat(published().firstSeen()).isEqualTo(Map.of("a", upTo(6)));
        assertThat(published().records()).hasSizeGreaterThan(6);
    }

    @Test
    void a_relay_that_fails_once_goes_on_by_itself() {
        var dossiers = dossiers(idleRelay());
        write(dossiers, "a", 3);
        var relay = relay(producer, EAGER);
        var outbox = new CrashesBeforeCrossingOff(outbox(dossiers), 1);
        relay.register(outbox);
        relay.start();

        await().until(() -> outbox.size() == 0);
        assertThat(outbox.crashes).hasValue(1);
        assertThat(published().firstSeen()).isEqualTo(Map.of("a", upTo(3)));
    }

    @Test
    void relays_that_race_for_the_same_streams_lose_nothing_and_keep_the_order() throws Exception {
        var instances = List.of(relay(producer, EAGER), relay(producer(Backbone.kafkaBootstrap()), EAGER));
        var streams = instances.stream().map(this::dossiers).toList();
        instances.forEach(Relay::start);
        var names = IntStream.range(0, 12).mapToObj(i -> "s" + i).toList();
        names.forEach(name -> streams.getFirst().handle(CommandEnvelope.of(name, new Open(name), somebody())));

        AtOnce.run(4, writer -> () -> {
            for (var i = 0; i < 60; i++) {
                var name = names.get((writer + i) % names.size());
                streams.get(writer % 2).handle(CommandEnvelope.of(name, new Note(writer + "." + i), somebody()));
            }
            return writer;
        });

        await().until(() -> instances.getFirst().outboxSize() == 0);
        var expected = names.stream()
                .collect(java.util.stream.Collectors.toMap(
                        name -> name,
                        name -> upTo(streams.getFirst().history(name).size())));
        assertThat(published().firstSeen()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void two_offers_that_overtook_each_other_leave_nothing_behind() {
        var written = new ArrayList<Pending>();
        var dossiers = dossiers(idleRelay());
        write(dossiers, "a", 1);
        written.add(pending(dossiers, "a"));
        write(dossiers, "a", 1);
        written.add(pending(dossiers, "a"));
        var relay = relay(producer, WOKEN);
        var outbox = outbox(dossiers);

        relay.offer(outbox, written.reversed());
        relay.start();

        await().until(() -> outbox.size() == 0);
        assertThat(published().firstSeen()).isEqualTo(Map.of("a", upTo(2)));
    }

    @Test
    void behind_an_event_that_is_not_taken_the_stream_waits() {
        var dossiers = dossiers(idleRelay());
        write(dossiers, "a", 3);
        var refusing = new RefusesFirst();
        var relay = relay(refusing, EAGER);
        var outbox = outbox(dossiers);
        relay.register(outbox);
        relay.start();

        await().until(() -> outbox.size() == 0);
        assertThat(refusing.taken()).containsExactlyElementsOf(upTo(3));
    }

    @Test
    void more_streams_than_fit_one_round_are_all_swept_up_at_once() {
        var dossiers = dossiers(idleRelay());
        IntStream.range(0, 25).forEach(i -> write(dossiers, "s" + i, 1));
        var relay = relay(producer, new RelaySettings(Duration.ofHours(1), Duration.ZERO, 100_000, 10));
        relay.register(outbox(dossiers));
        relay.start();

        await().until(() -> relay.outboxSize() == 0);
        assertThat(published().firstSeen()).hasSize(25);
    }

    private Relay relay(Producer<String, byte[]> producer, RelaySettings settings) {
        var relay = new Relay(producer, settings, new SimpleMeterRegistry());
        relays.add(relay);
        return relay;
    }

    private Streams<DossierCommand, Dossier, DossierEvent> dossiers(Relay relay) {
        return new Streams<>(Dossiers.kind(source, TOPIC), database, relay).prepare();
    }

    private static MongoOutbox outbox(Streams<?, ?, ?> streams) {
        return new MongoOutbox(streams.documents(), TOPIC);
    }

    private static Pending pending(Streams<?, ?, ?> streams, String id) {
        var document = Objects.requireNonNull(
                streams.documents().find(new Document("_id", id)).first());
        return new Pending(id, document.getList("outbox", Document.class));
    }

    /** As many published events more, each by a command of its own. */
    private static void write(Streams<DossierCommand, Dossier, DossierEvent> streams, String id, int events) {
        for (var i = 0; i < events; i++) {
            var command = streams.find(id).isEmpty() ? new Open(id) : new Note("note " + i);
            assertThat(streams.handle(CommandEnvelope.of(id, command, somebody())))
                    .isInstanceOf(Stored.class);
        }
    }

    private Published published() {
        return Published.on(Backbone.kafkaBootstrap(), TOPIC, source);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** As if the process died after the broker's answer and before the entries were taken out. */
    private static final class CrashesBeforeCrossingOff implements Outbox {

        private final Outbox real;
        private final int times;
        private final AtomicInteger crashes = new AtomicInteger();

        CrashesBeforeCrossingOff(Outbox real, int times) {
            this.real = real;
            this.times = times;
        }

        @Override
        public String topic() {
            return real.topic();
        }

        @Override
        public List<Pending> leftBehind(Duration age, int limit) {
            return real.leftBehind(age, limit);
        }

        @Override
        public void acknowledge(Map<String, Long> lastPositions) {
            if (!lastPositions.isEmpty() && crashes.get() < times) {
                crashes.incrementAndGet();
                throw new IllegalStateException("crashed");
            }
            real.acknowledge(lastPositions);
        }

        @Override
        public long size() {
            return real.size();
        }
    }

    /** A broker that is away for the very first record and back for the second. */
    private static final class RefusesFirst extends MockProducer<String, byte[]> {

        private final AtomicBoolean refused = new AtomicBoolean();

        RefusesFirst() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<String, byte[]> record, @Nullable Callback callback) {
            return refused.compareAndSet(false, true)
                    ? CompletableFuture.failedFuture(new TimeoutException("no broker"))
                    : super.send(record, callback);
        }

        List<Long> taken() {
            return history().stream()
                    .map(record -> new String(
                            record.headers().lastHeader("ce_position").value()))
                    .map(Long::valueOf)
                    .toList();
        }
    }
}
