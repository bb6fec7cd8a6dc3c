package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dvk.spec.kit.Fixtures.fresh;
import static vn.dvk.spec.kit.There.noted;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.intake.Documents;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.HandlingResult;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.MongoWaitingRoom;
import vn.dvk.kit.intake.Projection;
import vn.dvk.kit.intake.StoredDocuments;
import vn.dvk.kit.intake.WaitingRoom;
import vn.dvk.kit.intake.WaitingRoom.Head;
import vn.dvk.kit.intake.WaitingRoom.Why;
import vn.dvk.spec.Backbone;

/** One failure policy: the store's fault comes again, anything else is one stream's alone; and waiting is cheap. */
class IntakeTest {

    private final String id = fresh("i");
    private final MongoDatabase database = Backbone.freshDatabase();
    private final MongoCollection<Document> cards = database.getCollection("cards");
    private final MongoWaitingRoom room = new MongoWaitingRoom("test", database);

    @BeforeEach
    void prepare() {}

    /** Everything that a document, a rule or a hook can fail with, and never the others'. */
    static Stream<Arguments> whatOneEventCanDo() {
        return Stream.of(
                poison("NUL in a field name", "{\"text\":\"1\",\"a\\u0000b\":1}"),
                poison("half a character", "{\"text\":\"\\ud800\"}"),
                poison("ten thousand levels", "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
                poison("a key twice", "{\"text\":\"1\",\"text\":\"2\"}"),
                poison("no JSON", "junk"),
                poison("a byte order mark", "\ufeff{\"text\":\"1\"}"),
                poison("a number for a text", "{\"text\":1}"));
    }

    private static Arguments poison(String name, String body) {
        return Arguments.of(name, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatOneEventCanDo")
    void one_event_that_cannot_be_kept_parks_its_own_stream(String name, String body) {
        var keepsAll = new Projection(There.SOURCE, () -> cards, IncomingEvent::subject)
                .on(There.NOTED, (document, event) -> {
                    event.as(There.Text.class);
                    document.put("body", Json.toDocument(event.as(Map.class)));
                });
        var other = fresh("i");

        intake(keepsAll)
                .accept(List.of(There.event(There.SOURCE, There.NOTED, id, 1, body), noted(id, 2), noted(other, 1)));

        assertThat(cards.find(new Document("_id", other)).first()).isNotNull();
        assertThat(heads()).singleElement().satisfies(head -> {
            assertThat(head.stream()).endsWith(id);
            assertThat(head.why()).isEqualTo(Why.PARKED);
            assertThat(head.reason()).isNotBlank();
            assertThat(head.events()).hasSize(2);
        });
    }

    @Test
    void a_document_that_cannot_be_completed_stops_only_that_stream() {
        var stored = new StoredDocuments(() -> cards);
        var completed = new Projection(There.SOURCE, new StumblingOver(id, stored), IncomingEvent::subject)
                .on(There.NOTED, (document, event) -> document.put("text", "noted"));
        var other = fresh("i");

        intake(completed).accept(List.of(noted(id, 1), noted(other, 1)));

        assertThat(cards.countDocuments()).isEqualTo(1);
        assertThat(heads())
                .singleElement()
                .satisfies(head -> assertThat(head.reason()).contains("stumbles"));
    }

    private record StumblingOver(String id, Documents documents) implements Documents {

        @Override
        public Map<String, Document> find(Collection<String> ids) {
            return documents.find(ids);
        }

        @Override
        public boolean write(List<Document> changed) {
            if (changed.stream().anyMatch(document -> document.getString("_id").equals(id))) {
                throw new IllegalStateException("it stumbles");
            }
            return documents.write(changed);
        }
    }

    @Test
    void a_document_beyond_what_the_store_holds_stops_only_that_stream() {
        var growing = new Projection(There.SOURCE, () -> cards, IncomingEvent::subject)
                .on(
                        There.NOTED,
                        (document, event) -> document.put(
                                "text", event.subject().equals(id) ? "x".repeat(17 * 1024 * 1024) : "small"));
        var other = fresh("i");

        intake(growing).accept(List.of(noted(id, 1), noted(other, 1)));

        assertThat(cards.find(new Document("_id", other)).first()).isNotNull();
        assertThat(heads())
                .singleElement()
                .satisfies(head -> assertThat(head.why()).isEqualTo(Why.PARKED));
    }

    @Test
    void a_store_that_refuses_everybody_parks_nobody() {
        var refusing = handler(events -> {
            throw new MongoCommandException(
                    new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(99_999)),
                    new ServerAddress("127.0.0.1"));
        });

        assertThatThrownBy(() -> intake(refusing).accept(List.of(noted(id, 1), noted(id + "b", 1), noted(id + "c", 1))))
                .isInstanceOf(MongoCommandException.class);
        assertThat(heads()).isEmpty();
    }

    @Test
    void two_handlers_of_one_source_both_see_every_event() {
        var second = database.getCollection("second");
        var other = new Projection(There.SOURCE, () -> second, IncomingEvent::subject)
                .on(There.NOTED, (document, event) -> {
                    if (event.position() == 2) {
                        throw new IllegalStateException("not this one");
                    }
                    document.put("last", event.position());
                })
                .ignoring(There.UNUSED);

        new Intake("test", List.of(trail(), other), room, new SimpleMeterRegistry())
                .accept(List.of(noted(id, 1), noted(id, 2), noted(id, 3)));

        assertThat(second.find().first()).containsEntry("last", 1L);
        assertThat(heads())
                .singleElement()
                .satisfies(head -> assertThat(head.events()).hasSize(2));
    }

    @Test
    void what_was_settled_by_another_instance_and_waits_again_is_not_taken_for_the_same() {
        var one = intake(trail());
        one.accept(List.of(noted(id, 3)));
        var seenByA = heads().getFirst();

        // Another instance gets what was missing, lets the stream go, and a new gap opens behind.
        intake(trail()).accept(List.of(noted(id, 1), noted(id, 2)));
        assertThat(heads()).isEmpty();
        intake(trail()).accept(List.of(noted(id, 5)));

        var verdict = new WaitingRoom.Verdict(Why.GAP, "", "", Instant.now());
        var changed = room.settle(List.of(new WaitingRoom.Settled(seenByA, seenByA.events(), verdict)));

        assertThat(changed).containsExactly(seenByA.id());
        assertThat(heads())
                .singleElement()
                .satisfies(head -> assertThat(head.events()).hasSize(1));
    }

    @Test
    void many_large_records_behind_a_gap_do_not_make_a_document_that_is_too_large() {
        var intake = intake(trail());
        var large = "{\"text\":\"%s\"}".formatted("x".repeat(900_000));

        for (var n = 2; n <= 21; n++) {
            intake.accept(List.of(There.event(There.SOURCE, There.NOTED, id, n, large)));
        }
        intake.accept(List.of(noted(fresh("i"), 1)));
        intake.accept(List.of(noted(id, 1)));
        org.awaitility.Awaitility.await().until(() -> {
            intake.tryWaitingAgain();
            return heads().isEmpty();
        });

        assertThat(cards.find(new Document("_id", id)).first()).containsEntry("last", 21L);
    }

    @Test
    void a_batch_of_streams_that_cannot_go_on_costs_a_handful_of_calls_however_many_wait() {
        costsAHandfulOfCallsWith(10_000);
    }

    @Test
    @Tag("deep")
    void nor_does_it_cost_more_with_a_hundred_thousand() {
        costsAHandfulOfCallsWith(100_000);
    }

    private void costsAHandfulOfCallsWith(int waiting) {
        var calls = new AtomicInteger();
        var counting = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(Backbone.mongoUri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        calls.incrementAndGet();
                    }
                })
                .build());
        try (counting) {
            var same = counting.getDatabase(database.getName());
            var countedRoom = new MongoWaitingRoom("test", same);
            var cardsToo = same.getCollection("cards");
            var intake = new Intake(
                    "test",
                    List.of(new Projection(There.SOURCE, () -> cardsToo, IncomingEvent::subject)
                            .on(There.NOTED, (document, event) -> document.put("last", event.position()))),
                    countedRoom,
                    new SimpleMeterRegistry());
            for (var round = 0; round < waiting / 1_000; round++) {
                var from = round * 1_000;
                var batch = IntStream.range(from, from + 1_000)
                        .mapToObj(i -> noted(id + i, 2))
                        .toList();
                calls.set(0);
                intake.accept(batch);
                assertThat(calls.get())
                        .as("store calls of a batch of 1,000 streams")
                        .isLessThan(15);
            }
            assertThat(intake.waiting(Why.GAP)).isEqualTo(waiting);

            calls.set(0);
            intake.tryWaitingAgain();
            assertThat(calls.get()).as("store calls of a look at what is due").isLessThan(15);

            calls.set(0);
            intake.accept(List.of(noted(fresh("free"), 1)));
            assertThat(calls.get())
                    .as("store calls of a batch that does not wait")
                    .isLessThan(5);
        }
    }

    /** Compatible engines report a restart of their own as an internal error, code 1. */
    @Test
    void what_the_store_refuses_for_unknown_reasons_is_tried_again_by_itself() {
        var calls = new AtomicInteger();
        var handler = handler(events -> {
            if (calls.getAndIncrement() < 3) {
                throw new MongoCommandException(
                        BsonDocument.parse("{ok: 0, code: 1, errmsg: 'the database system is starting up'}"),
                        new ServerAddress());
            }
            return events.stream()
                    .<HandlingResult>map(_ -> new HandlingResult.Applied())
                    .toList();
        });
        var intake = new Intake("test", List.of(handler), room, new SimpleMeterRegistry());

        intake.accept(IntStream.range(0, 4).mapToObj(i -> noted(id + i, 1)).toList());

        assertThat(heads())
                .isNotEmpty()
                .allSatisfy(head -> assertThat(head.why()).isEqualTo(Why.AWAITING));
        await().untilAsserted(() -> {
            intake.tryWaitingAgain();
            assertThat(heads()).isEmpty();
        });
    }

    @Test
    void what_is_awaited_wakes_who_waits_for_it() {
        var here = new java.util.concurrent.atomic.AtomicBoolean();
        var handler = handler(events -> events.stream()
                .<HandlingResult>map(event -> {
                    if (event.subject().equals("programme:1")) {
                        here.set(true);
                        return new HandlingResult.Applied();
                    }
                    return here.get() ? new HandlingResult.Applied() : new HandlingResult.Awaiting("programme:1");
                })
                .toList());
        var intake = intake(handler);
        intake.accept(List.of(noted(id, 1)));
        for (var i = 0; i < 8; i++) {
            intake.retry(heads()); // the pause until the next look by itself is long by now
        }
        assertThat(heads().getFirst().nextTry()).isAfter(Instant.now().plus(Duration.ofSeconds(20)));

        intake.accept(List.of(noted("programme:1", 1)));
        intake.tryWaitingAgain();

        assertThat(heads()).isEmpty();
    }

    @Test
    void an_instance_looks_after_the_streams_of_its_own_partitions() {
        intake(trail()).accept(List.of(noted(id, 2)));
        var mine = intake(trail());
        var notMine = intake(trail());

        mine.lookAfter(head -> head.partition() == 0);
        notMine.lookAfter(head -> head.partition() == 1);

        assertThat(mine.waiting(Why.GAP)).isEqualTo(1);
        assertThat(notMine.waiting(Why.GAP)).isZero();
    }

    private Projection trail() {
        return new Projection(There.SOURCE, () -> cards, IncomingEvent::subject)
                .on(There.NOTED, (document, event) -> document.put("last", event.position()))
                .ignoring(There.UNUSED);
    }

    /** It may be sent or delivered again before its predecessor comes. */
    @Test
    void what_waits_keeps_the_time_at_which_the_log_had_it_first() {
        var times = new ArrayList<Instant>();
        var intake = intake(trail().on(There.NOTED, (_, event) -> times.add(event.appended())));
        var second = There.noted(id, 2);
        intake.accept(List.of(second));
        intake.accept(List.of(appended(second, second.appended().plusSeconds(60))));
        var first = There.noted(id, 1);
        intake.accept(List.of(first, appended(first, first.appended().plusSeconds(60))));

        assertThat(times).containsExactly(first.appended(), second.appended());
    }

    private static IncomingEvent appended(IncomingEvent one, Instant again) {
        return new IncomingEvent(
                one.topic(),
                one.partition(),
                one.offset() + 100,
                one.key(),
                one.id(),
                one.source(),
                one.type(),
                one.subject(),
                one.position(),
                one.time(),
                again,
                one.actor(),
                one.unit(),
                one.correlation(),
                one.traceparent(),
                one.body());
    }

    private Intake intake(EventHandler handler) {
        return new Intake("test", List.of(handler), room, new SimpleMeterRegistry());
    }

    private List<Head> heads() {
        var all = new ArrayList<Head>();
        room.forEach(all::add);
        return all;
    }

    private static EventHandler handler(java.util.function.Function<List<IncomingEvent>, List<HandlingResult>> how) {
        return new EventHandler() {
            @Override
            public Set<String> sources() {
                return Set.of(There.SOURCE);
            }

            @Override
            public Set<String> uses() {
                return Set.of(There.NOTED);
            }

            @Override
            public Set<String> ignores() {
                return Set.of();
            }

            @Override
            public List<HandlingResult> handle(List<IncomingEvent> events) {
                return how.apply(events);
            }

            @Override
            public void skip(IncomingEvent event) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
