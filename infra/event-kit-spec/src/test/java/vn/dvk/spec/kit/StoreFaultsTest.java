package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static vn.dvk.spec.kit.Fixtures.EAGER;
import static vn.dvk.spec.kit.Fixtures.fresh;
import static vn.dvk.spec.kit.Fixtures.producer;
import static vn.dvk.spec.kit.Fixtures.relay;
import static vn.dvk.spec.kit.Fixtures.somebody;
import static vn.dvk.spec.kit.There.noted;
import static vn.dvk.spec.kit.There.notes;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.MongoWaitingRoom;
import vn.dvk.kit.intake.Projection;
import vn.dvk.kit.store.StoreErrors;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome.Stored;
import vn.dvk.kit.stream.Streams;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.FaultProxy;
import vn.dvk.spec.FaultProxy.Write;
import vn.dvk.spec.Published;
import vn.dvk.spec.sample.Dossier;
import vn.dvk.spec.sample.DossierCommand;
import vn.dvk.spec.sample.DossierCommand.Note;
import vn.dvk.spec.sample.DossierCommand.Open;
import vn.dvk.spec.sample.DossierEvent;
import vn.dvk.spec.sample.DossierEvent.Noted;
import vn.dvk.spec.sample.Dossiers;

/** What replica sets and networks do to the driver at bad moments: nothing that was said to be done is lost or doubled. */
@Tag("deep")
class StoreFaultsTest {

    private final FaultProxy proxy = FaultProxy.before(Backbone.mongoUri());
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(
                    new ConnectionString(proxy.uri("serverSelectionTimeoutMS=1000", "retryWrites=false")))
            .timeout(3, TimeUnit.SECONDS)
            .writeConcern(WriteConcern.MAJORITY)
            .build());
    private final String id = fresh("f");
    private final MongoDatabase database =
            client.getDatabase(Backbone.freshDatabase().getName());

    @AfterEach
    void stop() {
        client.close();
        proxy.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 91})
    void a_write_whose_concern_was_not_met_is_no_success(int code) {
        var dossiers = dossiers();
        dossiers.handle(CommandEnvelope.of(id, new Open(id), somebody()));
        proxy.next(1, "update").writeConcernError(code);

        var failure =
                catchThrowable(() -> dossiers.handle(CommandEnvelope.of(id, new Note("x"), somebody("key", "hash"))));

        assertThat(failure).isNotNull();
        assertThat(StoreErrors.isOutOfReach(failure)).isTrue();
        dossiers.handle(CommandEnvelope.of(id, new Note("x"), somebody("key", "hash")));
        assertThat(notesOf(dossiers)).as("asked again with the same key").containsExactly("x");
    }

    @ParameterizedTest
    @CsvSource({"10107,NOT_DONE", "10107,DONE", "11600,DONE", "189,NOT_DONE"})
    void a_primary_that_steps_down_in_the_middle_loses_and_doubles_nothing(int code, Write write) {
        var dossiers = dossiers();
        dossiers.handle(CommandEnvelope.of(id, new Open(id), somebody()));
        proxy.next(1, "update").error(code, write);

        assertThatThrownBy(() -> dossiers.handle(CommandEnvelope.of(id, new Note("x"), somebody("key", "hash"))))
                .matches(StoreErrors::isOutOfReach);
        await().until(() -> {
            try {
                dossiers.handle(CommandEnvelope.of(id, new Note("x"), somebody("key", "hash")));
                return true;
            } catch (RuntimeException e) {
                assertThat(StoreErrors.isOutOfReach(e)).isTrue();
                return false;
            }
        });

        assertThat(notesOf(dossiers)).containsExactly("x");
    }

    @Test
    void a_conflict_inside_the_server_is_decided_again_and_not_told_to_people() {
        var dossiers = dossiers();
        dossiers.handle(CommandEnvelope.of(id, new Open(id), somebody()));
        proxy.next(2, "update").error(112, Write.NOT_DONE);

        assertThat(dossiers.handle(CommandEnvelope.of(id, new Note("x"), somebody())))
                .isInstanceOf(Stored.class);
        assertThat(notesOf(dossiers)).containsExactly("x");
    }

    @Test
    void a_store_that_never_answers_fails_within_the_time_out() {
        var dossiers = dossiers();
        dossiers.handle(CommandEnvelope.of(id, new Open(id), somebody()));
        proxy.blackHole();

        var began = System.nanoTime();
        assertThatThrownBy(() -> dossiers.handle(CommandEnvelope.of(id, new Note("x"), somebody())))
                .matches(StoreErrors::isOutOfReach);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_batch_whose_concern_was_not_met_comes_again_and_is_applied_once() {
        var cards = database.getCollection("cards");
        var intake = intake(cards);
        proxy.next(1, "insert").writeConcernError(64);

        assertThatThrownBy(() -> intake.accept(notes(id, 3))).matches(StoreErrors::isOutOfReach);
        intake.accept(notes(id, 3));

        assertThat(cards.find(new Document("_id", id)).first()).containsEntry("trail", List.of(1L, 2L, 3L));
    }

    @Test
    void holding_a_stream_whose_concern_was_not_met_comes_again_and_is_held_once() {
        var cards = database.getCollection("cards");
        var intake = intake(cards);
        proxy.next(1, "insert").writeConcernError(64);

        assertThatThrownBy(() -> intake.accept(List.of(noted(id, 2)))).matches(StoreErrors::isOutOfReach);
        intake.accept(List.of(noted(id, 2)));
        intake.accept(List.of(noted(id, 1)));

        assertThat(cards.find(new Document("_id", id)).first()).containsEntry("trail", List.of(1L, 2L));
    }

    @Test
    void cuts_and_concerns_all_the_while_lose_and_double_nothing_between_store_and_topic() throws Exception {
        var source = "/dvk/local/" + fresh("faults");
        var accepted = new ArrayList<String>();
        try (var producer = producer(Backbone.kafkaBootstrap());
                var relay = relay(producer, EAGER)) {
            var dossiers = new Streams<>(Dossiers.kind(source, "dvk.evaluation.v1"), database, relay).prepare();
            dossiers.handle(CommandEnvelope.of(id, new Open(id), somebody()));
            relay.start();
            for (var i = 0; i < 60; i++) {
                switch (i % 6) {
                    case 1 -> proxy.next(1, "update").writeConcernError(64);
                    case 2 -> proxy.next(1, "update").cut(Write.DONE);
                    case 3 -> proxy.next(1, "find").cut(Write.NOT_DONE);
                    case 4 -> proxy.next(1, "update").error(10107, Write.NOT_DONE);
                    case 5 -> proxy.cut();
                    default -> {}
                }
                var note = "n" + i;
                await().until(() -> {
                    try {
                        dossiers.handle(CommandEnvelope.of(id, new Note(note), somebody(note, note)));
                        return true;
                    } catch (RuntimeException e) {
                        assertThat(StoreErrors.isOutOfReach(e)).isTrue();
                        return false;
                    }
                });
                accepted.add(note);
            }
            await().ignoreExceptions().until(() -> relay.outboxSize() == 0);

            assertThat(notesOf(dossiers)).isEqualTo(accepted);
            assertThat(Published.on(Backbone.kafkaBootstrap(), "dvk.evaluation.v1", source)
                            .firstSeen())
                    .isEqualTo(Map.of(id, LongStream.rangeClosed(1, 61).boxed().toList()));
        }
    }

    private Streams<DossierCommand, Dossier, DossierEvent> dossiers() {
        return new Streams<>(Dossiers.kind("/dvk/local/test", "topic"), database, Fixtures.idleRelay()).prepare();
    }

    private static List<String> notesOf(Streams<DossierCommand, Dossier, DossierEvent> dossiers) {
        var notes = new ArrayList<String>();
        dossiers.documents()
                .find()
                .forEach(document -> dossiers.history(document.getString("_id")).stream()
                        .map(Recorded::event)
                        .forEach(event -> {
                            if (event instanceof Noted(var text)) {
                                notes.add(text);
                            }
                        }));
        return notes;
    }

    private Intake intake(MongoCollection<Document> cards) {
        var room = new MongoWaitingRoom("test", database);
        var trail = new Projection(There.SOURCE, () -> cards, IncomingEvent::subject)
                .on(There.NOTED, (document, event) -> {
                    var all = new ArrayList<>(document.getList("trail", Long.class, List.of()));
                    all.add(event.position());
                    document.put("trail", all);
                });
        return new Intake("test", List.of(trail), room, new SimpleMeterRegistry());
    }
}
