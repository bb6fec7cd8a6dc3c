package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.spec.kit.Fixtures.EAGER;
import static vn.dvk.spec.kit.Fixtures.ENVELOPE;
import static vn.dvk.spec.kit.Fixtures.fresh;
import static vn.dvk.spec.kit.Fixtures.idleRelay;
import static vn.dvk.spec.kit.Fixtures.producer;
import static vn.dvk.spec.kit.Fixtures.somebody;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.OutboxEntry;
import vn.dvk.kit.relay.MongoOutbox;
import vn.dvk.kit.relay.Outbox;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.relay.RelaySettings;
import vn.dvk.kit.relay.Sender;
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

/** From the outbox to a real broker: nothing lost, in order, and nothing twice unless something went wrong. */
class RelayTest {

    private static final String TOPIC = "dvk.evaluation.v1";

    private final String source = "/dvk/local/" + fresh("relay");
    private final MongoDatabase database = Backbone.freshDatabase();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (var one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void what_a_stream_publishes_arrives_in_order_numbered_from_1_and_once() {
        var relay = relay(EAGER);
        var dossiers = dossiers(relay);
        relay.start();

        write(dossiers, "a", 5);
        write(dossiers, "b", 3);

        await().until(() -> relay.outboxSize() == 0);
        var published = published();
        assertThat(published.firstSeen()).isEqualTo(Map.of("a", upTo(5), "b", upTo(3)));
        assertThat(published.records()).as("a healthy run sends nothing twice").hasSize(8);
        assertThat(published.records()).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(Published.header(record, "ce_subject"));
            assertThat(Published.header(record, "ce_actor")).isEqualTo("canbo");
            assertThat(Published.header(record, "ce_unit")).isEqualTo("NA");
            assertThat(Published.header(record, "ce_correlation")).isEqualTo("correlation");
            assertThat(Published.header(record, "content-type")).isEqualTo("application/json");
        });
        assertThat(relay.pending()).isZero();
    }

    @Test
    void many_writers_at_once_and_an_eager_sweep_send_nothing_twice() throws Exception {
        var relay = relay(EAGER);
        var dossiers = dossiers(relay);
        relay.start();
        var names = IntStream.range(0, 8).mapToObj(i -> "s" + i).toList();
        names.forEach(name -> dossiers.handle(CommandEnvelope.of(name, new Open(name), somebody())));

        AtOnce.run(4, writer -> () -> {
            for (var i = 0; i < 40; i++) {
                var name = names.get((writer + i) % names.size());
                dossiers.handle(CommandEnvelope.of(name, new Note(writer + "." + i), somebody()));
            }
            return writer;
        });

        await().until(() -> relay.outboxSize() == 0);
        var expected = expected(dossiers, names);
        assertThat(published().firstSeen()).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(published().records())
                .hasSize(expected.values().stream().mapToInt(List::size).sum());
    }

    @Test
    void what_was_published_and_not_crossed_off_is_published_again_by_the_next() {
        var dossiers = dossiers(idleRelay());
        write(dossiers, "a", 4);
        var crashing = relay(EAGER);
        var outbox = new Troubled(outbox(dossiers));
        outbox.acknowledging.set(Integer.MAX_VALUE);
        crashing.register(outbox);
        crashing.start();
        await().until(() -> outbox.troubles.get() > 0);
        crashing.close();
        assertThat(outbox.size()).isEqualTo(4);

        write(dossiers, "a", 2);
        var next = relay(EAGER);
        next.register(outbox(dossiers));
        next.start();

        await().until(() -> next.outboxSize() == 0);
        assertThat(published().firstSeen()).isEqualTo(Map.of("a", upTo(6)));
        assertThat(published().records()).hasSizeGreaterThan(6);
    }

    @Test
    void while_the_store_is_away_what_was_published_waits_to_be_crossed_off_and_is_not_sent_again() {
        var dossiers = dossiers(idleRelay());
        write(dossiers, "a", 3);
        var relay = relay(EAGER);
        var outbox = new Troubled(outbox(dossiers));
        outbox.acknowledging.set(3);
        outbox.reading.set(2);
        relay.register(outbox);
        relay.start();

        await().until(() -> outbox.size() == 0);
        assertThat(outbox.troubles).hasValue(5);
        assertThat(published().records()).hasSize(3);
    }

    @Test
    void relays_that_race_for_the_same_streams_lose_nothing_and_keep_the_order() throws Exception {
        var instances = List.of(relay(EAGER), relay(EAGER));
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
        assertThat(published().firstSeen()).containsExactlyInAnyOrderEntriesOf(expected(streams.getFirst(), names));
    }

    @Test
    void behind_an_event_that_is_not_taken_the_stream_waits() {
        var dossiers = dossiers(idleRelay());
        write(dossiers, "a", 3);
        var refused = new AtomicInteger();
        var producer = new Picky(record -> refused.getAndIncrement() == 0 ? new TimeoutException("no broker") : null);
        var relay = relay(() -> producer, EAGER);
        var outbox = outbox(dossiers);
        relay.register(outbox);
        relay.start();

        await().until(() -> outbox.size() == 0);
        assertThat(producer.taken()).containsExactlyElementsOf(upTo(3));
    }

    @Test
    void a_stream_whose_event_cannot_be_sent_is_parked_alone() {
        var relay = relay(
                () -> new Picky(record ->
                        "bad".equals(new String(record.key())) ? new RecordTooLargeException("too large") : null),
                EAGER);
        var dossiers = dossiers(relay);
        relay.start();

        write(dossiers, "bad", 2);
        write(dossiers, "good", 2);

        await().until(() -> relay.outboxSize() == 2);
        assertThat(relay.parked()).singleElement().satisfies(parked -> {
            assertThat(parked.stream()).isEqualTo("bad");
            assertThat(parked.reason()).contains("position 1").contains("too large");
        });
        write(dossiers, "good", 1);
        await().until(() -> relay.outboxSize() == 2);
    }

    @Test
    void an_entry_that_cannot_become_a_record_is_parked_alone() {
        var relay = relay(EAGER);
        var dossiers = dossiers(relay);
        write(dossiers, "bad", 1);
        write(dossiers, "good", 1);
        dossiers.documents()
                .updateOne(new Document("_id", "bad"), new Document("$set", new Document("outbox.0.body", null)));

        relay.start();

        await().until(() -> relay.outboxSize() == 1);
        await().until(() -> relay.parked().stream().anyMatch(one -> one.stream().equals("bad")));
        assertThat(published().firstSeen()).isEqualTo(Map.of("good", upTo(1)));
    }

    @Test
    void a_topic_that_is_missing_holds_up_no_other_one() {
        var impatient = new Sender(() -> producer(Backbone.kafkaBootstrap(), Duration.ofSeconds(3)));
        open.add(impatient);
        var relay = new Relay(impatient, ENVELOPE, EAGER, new SimpleMeterRegistry());
        open.add(relay);
        var lost = new Streams<>(Dossiers.kind(source, "dvk.missing.v1"), Backbone.freshDatabase(), relay).prepare();
        var dossiers = dossiers(relay);
        relay.start();
        IntStream.range(0, 20).forEach(i -> write(lost, "lost" + i, 1));

        var began = System.nanoTime();
        write(dossiers, "a", 1);

        await().until(() -> published().records().size() == 1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(relay.pending()).isEqualTo(20);
    }

    @Test
    void a_producer_that_has_died_is_made_anew() {
        var made = new AtomicInteger();
        var sender = new Sender(() -> made.getAndIncrement() == 0
                ? new Picky(_ -> new TopicAuthorizationException("not any more"))
                : producer(Backbone.kafkaBootstrap()));
        open.add(sender);
        var relay = new Relay(sender, ENVELOPE, EAGER, new SimpleMeterRegistry());
        open.add(relay);
        var dossiers = dossiers(relay);
        relay.start();

        write(dossiers, "a", 2);

        await().until(() -> relay.outboxSize() == 0);
        assertThat(made).hasValue(2);
        assertThat(sender.dead()).isNull();
        assertThat(published().firstSeen()).isEqualTo(Map.of("a", upTo(2)));
    }

    @Test
    void more_streams_than_fit_one_round_are_all_swept_up() {
        var dossiers = dossiers(idleRelay());
        IntStream.range(0, 25).forEach(i -> write(dossiers, "s" + i, 1));
        var relay = relay(new RelaySettings(Duration.ofMillis(50), 100_000, 10, Duration.ofMillis(20)));
        relay.register(outbox(dossiers));
        relay.start();

        await().until(() -> relay.outboxSize() == 0);
        assertThat(published().firstSeen()).hasSize(25);
    }

    @Test
    void a_log_that_has_lost_events_is_healed_by_publishing_them_again() {
        var relay = relay(EAGER);
        var dossiers = dossiers(relay);
        relay.start();
        write(dossiers, "a", 4);
        await().until(() -> relay.outboxSize() == 0);
        var before = published().records();

        assertThat(dossiers.republish("a", 3)).isEqualTo(2);

        var again = published().records().subList(4, 6);
        for (var i = 0; i < 2; i++) {
            assertThat(again.get(i).value()).isEqualTo(before.get(i + 2).value());
            assertThat(again.get(i).key()).isEqualTo(before.get(i + 2).key());
            assertThat(again.get(i).headers()).isEqualTo(before.get(i + 2).headers());
        }
    }

    private Relay relay(RelaySettings settings) {
        return relay(() -> producer(Backbone.kafkaBootstrap()), settings);
    }

    private Relay relay(Supplier<Producer<byte[], byte[]>> producers, RelaySettings settings) {
        var sender = new Sender(producers);
        open.add(sender);
        var relay = new Relay(sender, ENVELOPE, settings, new SimpleMeterRegistry());
        open.add(relay);
        return relay;
    }

    private Streams<DossierCommand, Dossier, DossierEvent> dossiers(Relay relay) {
        return new Streams<>(Dossiers.kind(source, TOPIC), database, relay).prepare();
    }

    private static MongoOutbox outbox(Streams<?, ?, ?> streams) {
        return new MongoOutbox(streams.documents(), TOPIC);
    }

    /** As many published events more, each by a command of its own. */
    private static void write(Streams<DossierCommand, Dossier, DossierEvent> streams, String id, int events) {
        for (var i = 0; i < events; i++) {
            var command = streams.find(id).isEmpty() ? new Open(id) : new Note("note " + i);
            assertThat(streams.handle(CommandEnvelope.of(id, command, somebody())))
                    .isInstanceOf(Stored.class);
        }
    }

    private static Map<String, List<Long>> expected(
            Streams<DossierCommand, Dossier, DossierEvent> streams, List<String> names) {
        return names.stream()
                .collect(Collectors.toMap(
                        name -> name, name -> upTo(streams.history(name).size())));
    }

    private Published published() {
        return Published.on(Backbone.kafkaBootstrap(), TOPIC, source);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** A store that is away for some calls. */
    private static final class Troubled implements Outbox {

        private final Outbox real;
        private final AtomicInteger acknowledging = new AtomicInteger();
        private final AtomicInteger reading = new AtomicInteger();
        private final AtomicInteger troubles = new AtomicInteger();

        Troubled(Outbox real) {
            this.real = real;
        }

        private void trouble(AtomicInteger left) {
            if (left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                troubles.incrementAndGet();
                throw new MongoTimeoutException("away");
            }
        }

        @Override
        public String topic() {
            return real.topic();
        }

        @Override
        public Map<String, List<OutboxEntry>> read(Collection<String> streams) {
            trouble(reading);
            return real.read(streams);
        }

        @Override
        public Map<String, Long> waiting(int limit) {
            return real.waiting(limit);
        }

        @Override
        public void acknowledge(Map<String, Long> lastPositions) {
            trouble(acknowledging);
            real.acknowledge(lastPositions);
        }

        @Override
        public long size() {
            return real.size();
        }
    }

    /** A broker that does not take everything. */
    private static final class Picky extends MockProducer<byte[], byte[]> {

        private final Function<ProducerRecord<byte[], byte[]>, @Nullable Exception> fault;

        Picky(Function<ProducerRecord<byte[], byte[]>, @Nullable Exception> fault) {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.fault = fault;
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
            var why = fault.apply(record);
            return why == null ? super.send(record, callback) : CompletableFuture.failedFuture(why);
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
