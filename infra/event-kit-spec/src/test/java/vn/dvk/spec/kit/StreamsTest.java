package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvk.spec.kit.Fixtures.fresh;
import static vn.dvk.spec.kit.Fixtures.idleRelay;
import static vn.dvk.spec.kit.Fixtures.somebody;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.KitReason;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.kit.envelope.SourcePosition;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.EventTypes;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Outcome.Overtaken;
import vn.dvk.kit.stream.Outcome.Refused;
import vn.dvk.kit.stream.Outcome.Stored;
import vn.dvk.kit.stream.Outcome.Unchanged;
import vn.dvk.kit.stream.StreamKind;
import vn.dvk.kit.stream.Streams;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.sample.Dossier;
import vn.dvk.spec.sample.DossierCommand;
import vn.dvk.spec.sample.DossierCommand.Close;
import vn.dvk.spec.sample.DossierCommand.Note;
import vn.dvk.spec.sample.DossierCommand.Open;
import vn.dvk.spec.sample.DossierDecider;
import vn.dvk.spec.sample.DossierEvent;
import vn.dvk.spec.sample.DossierEvent.Noted;
import vn.dvk.spec.sample.DossierEvent.Opened;
import vn.dvk.spec.sample.DossierReason;
import vn.dvk.spec.sample.Dossiers;

/** One document per stream, one guarded update per unit of work. */
class StreamsTest {

    private static final MongoDatabase DATABASE = Backbone.freshDatabase();

    private final String id = fresh("d");
    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers = dossiers();

    @Test
    void history_view_outbox_and_version_are_one_document() {
        dossiers.handle(ask(new Open(id)));
        var outcome = dossiers.handle(ask(new Note("x")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Stored.class, stored -> assertThat(stored.version()).isEqualTo(2));
        assertThat(dossiers.history(id)).extracting(Recorded::event).containsExactly(new Opened(id), new Noted("x"));
        var document = document();
        assertThat(document.get("version", Number.class).longValue()).isEqualTo(2);
        assertThat(document.get("view", Document.class)).containsEntry("notes", List.of("x"));
        assertThat(document.getList("outbox", Document.class))
                .extracting(entry -> entry.get("position", Number.class).longValue())
                .containsExactly(1L, 2L);
    }

    @Test
    void who_when_and_in_which_correlation_is_kept_with_every_event() {
        var cause = somebody();
        dossiers.handle(CommandEnvelope.of(id, new Open(id), cause));

        assertThat(dossiers.history(id)).singleElement().satisfies(recorded -> {
            assertThat(recorded.by()).isEqualTo("canbo");
            assertThat(recorded.at()).isEqualTo(cause.at());
            assertThat(recorded.n()).isEqualTo(1);
        });
        assertThat(document().getList("events", Document.class))
                .allMatch(event -> "correlation".equals(event.getString("correlation")));
    }

    @Test
    void what_stays_private_takes_no_position() {
        dossiers.handleAll(List.of(ask(new Open(id)), ask(new Close())));

        assertThat(dossiers.history(id)).hasSize(2);
        assertThat(document().getList("outbox", Document.class)).hasSize(1);
    }

    @Test
    void commands_for_one_stream_are_decided_one_after_the_other_and_written_together() {
        var outcomes = dossiers.handleAll(List.of(
                ask(new Open(id)), ask(new Note(" ")), ask(new Note("x")), ask(new Open(id)), ask(new Open("other"))));

        assertThat(outcomes)
                .extracting(Outcome::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly("Stored", "Refused", "Stored", "Unchanged", "Refused");
        assertThat(document().get("version", Number.class).longValue()).isEqualTo(1);
        assertThat(dossiers.history(id)).hasSize(2);
    }

    @Test
    void what_is_begun_without_a_look_is_decided_on_what_is_there_if_somebody_was_first() {
        var first = ask(new Open(id));
        assertThat(dossiers.begin(first)).isInstanceOf(Stored.class);
        dossiers.handle(ask(new Note("x")));

        assertThat(dossiers.begin(first)).as("asked again").isInstanceOf(Unchanged.class);
        assertThat(dossiers.begin(ask(new Open("other")))).isInstanceOf(Refused.class);
        assertThat(dossiers.history(id)).extracting(Recorded::event).containsExactly(new Opened(id), new Noted("x"));
    }

    @Test
    void a_command_that_a_state_does_not_concern_leaves_the_stream_alone() {
        dossiers.handle(ask(new Open(id)));

        assertThat(dossiers.handleIf(id, _ -> false, _ -> ask(new Note("x")))).isEmpty();
        assertThat(dossiers.history(id)).hasSize(1);
        assertThat(dossiers.handleIf(id, _ -> true, _ -> ask(new Note("x"))))
                .get()
                .isInstanceOf(Stored.class);
    }

    @Test
    void many_are_found_at_once_each_with_its_version_and_state() {
        var other = fresh("d");
        dossiers.handle(ask(new Open(id)));
        dossiers.handle(ask(new Note("x")));
        dossiers.handle(CommandEnvelope.of(other, new Open(other), somebody()));

        var found = dossiers.find(List.of(id, other, "nobody"));

        assertThat(found).containsOnlyKeys(id, other);
        assertThat(found.get(id)).isEqualTo(dossiers.find(id).orElseThrow());
        assertThat(found.get(other)).isEqualTo(dossiers.find(other).orElseThrow());
    }

    @Test
    void each_of_many_streams_gets_its_own_outcome_in_the_order_asked() {
        var ids = IntStream.range(0, 50).mapToObj(i -> id + i).toList();
        dossiers.handleAll(ids.stream()
                .map(one -> CommandEnvelope.<DossierCommand>of(one, new Open(one), somebody()))
                .toList());

        var outcomes = dossiers.handleAll(ids.stream()
                .map(one -> CommandEnvelope.<DossierCommand>of(one, new Note(one), somebody()))
                .toList());

        assertThat(outcomes).extracting(StreamsTest::idOf).isEqualTo(ids);
        assertThat(ids)
                .allSatisfy(one -> assertThat(dossiers.history(one))
                        .extracting(Recorded::event)
                        .containsExactly(new Opened(one), new Noted(one)));
    }

    @Test
    void a_refusal_writes_nothing() {
        assertThat(dossiers.handle(ask(new Note("x"))))
                .isEqualTo(new Refused<>(Refusal.because(DossierReason.NOT_OPEN)));
        assertThat(dossiers.find(id)).isEmpty();
    }

    @Test
    void nothing_is_lost_or_numbered_twice_between_racing_writers() throws Exception {
        dossiers.handle(ask(new Open(id)));

        var stored = AtOnce.run(
                6,
                writer -> () -> IntStream.range(0, 15)
                        .mapToObj(i -> dossiers.handle(ask(new Note(writer + "." + i))))
                        .filter(Stored.class::isInstance)
                        .count());

        var accepted = stored.stream().mapToLong(Long::longValue).sum();
        var history = dossiers.history(id);
        assertThat(accepted).isPositive();
        assertThat(history).hasSize((int) accepted + 1);
        assertThat(history)
                .extracting(Recorded::n)
                .isEqualTo(LongStream.rangeClosed(1, accepted + 1).boxed().toList());
        assertThat(history).extracting(Recorded::event).doesNotHaveDuplicates();
        assertThat(document().get("version", Number.class).longValue()).isEqualTo(accepted + 1);
        assertThat(document().getList("outbox", Document.class))
                .extracting(entry -> entry.get("position", Number.class).longValue())
                .isEqualTo(LongStream.rangeClosed(1, accepted + 1).boxed().toList());
    }

    @Test
    void of_several_who_saw_the_same_version_one_gets_through() throws Exception {
        dossiers.handle(ask(new Open(id)));

        var outcomes = AtOnce.run(5, writer -> (Callable<Outcome<Dossier>>)
                () -> dossiers.handle(CommandEnvelope.of(id, new Note("by " + writer), somebody(), 1L)));

        assertThat(outcomes).filteredOn(Stored.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Overtaken.class::isInstance)
                .hasSize(4)
                .allMatch(new Overtaken<Dossier>(2)::equals);
        assertThat(dossiers.history(id)).hasSize(2);
    }

    @Test
    void a_stream_that_many_open_at_once_is_opened_once() throws Exception {
        for (var round = 0; round < 10; round++) {
            var name = id + round;

            var outcomes = AtOnce.run(4, _ -> (Callable<Outcome<Dossier>>)
                    () -> dossiers.handle(CommandEnvelope.of(name, new Open(name), somebody())));

            assertThat(outcomes).filteredOn(Stored.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Unchanged.class::isInstance).hasSize(3);
            assertThat(dossiers.history(name)).hasSize(1);
        }
    }

    @Test
    void whoever_gives_up_against_faster_writers_is_told_the_version_there_is() {
        dossiers.handle(ask(new Open(id)));
        var always = dossiers.documents();
        var interrupted = new Streams<>(
                new vn.dvk.kit.stream.StreamKind<>(
                        Dossiers.COLLECTION,
                        "/dvk/local/test",
                        "topic",
                        "",
                        new vn.dvk.spec.sample.DossierDecider(),
                        Dossiers.NAMES,
                        state -> {
                            // Right before this writer's update, somebody else's gets through.
                            always.updateOne(
                                    new Document("_id", id), new Document("$inc", new Document("version", 1L)));
                            return java.util.Map.of();
                        },
                        (_, _) -> List.of()),
                DATABASE,
                idleRelay());

        var outcome = interrupted.handle(ask(new Note("x")));

        assertThat(outcome).isEqualTo(new Overtaken<>(versionNow()));
        assertThat(dossiers.history(id)).hasSize(1);
    }

    @Test
    void the_same_key_again_changes_nothing() {
        dossiers.handle(ask(new Open(id)));
        var first = dossiers.handle(ask(new Note("x"), "key-1"));

        var again = dossiers.handle(ask(new Note("x"), "key-1"));

        assertThat(first).isInstanceOf(Stored.class);
        assertThat(again).isInstanceOf(Unchanged.class);
        assertThat(dossiers.history(id)).hasSize(2);
    }

    @Test
    void another_key_is_another_request_and_a_refused_one_may_be_tried_again() {
        assertThat(dossiers.handle(ask(new Note("x"), "key-1"))).isInstanceOf(Refused.class);
        dossiers.handle(ask(new Open(id), "key-0"));

        assertThat(dossiers.handle(ask(new Note("x"), "key-1"))).isInstanceOf(Stored.class);
        assertThat(dossiers.handle(ask(new Note("x"), "key-2"))).isInstanceOf(Stored.class);
    }

    @Test
    void a_repeated_key_is_answered_even_if_the_version_has_moved_on() {
        dossiers.handle(ask(new Open(id)));
        dossiers.handle(CommandEnvelope.of(id, new Note("x"), somebody("key-1", null), 1L));

        assertThat(dossiers.handle(CommandEnvelope.of(id, new Note("x"), somebody("key-1", null), 1L)))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void the_twentieth_last_key_is_still_remembered() {
        dossiers.handle(ask(new Open(id)));
        IntStream.range(0, 20).forEach(i -> dossiers.handle(ask(new Note("x"), "key-" + i)));

        assertThat(dossiers.handle(ask(new Note("x"), "key-0"))).isInstanceOf(Unchanged.class);
        assertThat(document().getList("commands", Document.class)).hasSize(20);
    }

    @Test
    void the_same_key_with_another_command_is_refused_and_nothing_is_done() {
        dossiers.handle(ask(new Open(id)));
        dossiers.handle(CommandEnvelope.of(id, new Note("80"), somebody("k1", "hash of 80")));

        assertThat(dossiers.handle(CommandEnvelope.of(id, new Note("90"), somebody("k1", "hash of 90"))))
                .isEqualTo(new Refused<>(Refusal.because(KitReason.KEY_REUSED)));
        assertThat(dossiers.handle(CommandEnvelope.of(id, new Note("80"), somebody("k1", "hash of 80"))))
                .isInstanceOf(Unchanged.class);
        assertThat(dossiers.history(id)).hasSize(2);
    }

    @Test
    void what_changed_nothing_is_remembered_and_is_no_new_version() {
        dossiers.handleAll(List.of(ask(new Open(id)), ask(new Note("x")), ask(new Close())));

        assertThat(dossiers.handle(ask(new Close(), "k1")))
                .isInstanceOfSatisfying(
                        Unchanged.class, same -> assertThat(same.version()).isEqualTo(1));

        assertThat(document().getList("commands", Document.class)).hasSize(1);
        assertThat(versionNow()).isEqualTo(1);
    }

    @Test
    void a_stream_that_nobody_has_opened_is_not_made_by_remembering_a_key() {
        assertThat(dossiers.handle(ask(new Note("x"), "k1"))).isInstanceOf(Refused.class);

        assertThat(dossiers.find(id)).isEmpty();
    }

    @Test
    void a_full_stream_refuses_people_and_never_news() {
        dossiers.handle(ask(new Open(id)));
        var page = "x".repeat(8_000);
        for (var i = 0; i < 14; i++) {
            dossiers.handleAll(
                    IntStream.range(0, 10).mapToObj(_ -> ask(new Note(page))).toList());
        }

        assertThat(dossiers.handle(ask(new Note("one more"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.why().reason()).isEqualTo(KitReason.STREAM_FULL));
        assertThat(dossiers.handle(ask(new Open(id)))).as("changes nothing").isInstanceOf(Unchanged.class);
        var news = There.noted(id, 1).place(id, SourcePosition.FollowMode.GAPLESS);
        assertThat(dossiers.handle(CommandEnvelope.because(news, id, new Note("news"), somebody())))
                .isInstanceOf(Stored.class);
    }

    @Test
    void two_published_versions_of_one_event_live_side_by_side() {
        var both = new Streams<>(
                        new StreamKind<>(
                                Dossiers.COLLECTION,
                                "/dvk/local/test",
                                "topic",
                                "",
                                new DossierDecider(),
                                Dossiers.NAMES,
                                _ -> Map.of(),
                                (state, event) -> List.of(
                                        new Publication("vn.dvk.sample.opened.v1", id, Map.of()),
                                        new Publication("vn.dvk.sample.opened.v2", id, Map.of()))),
                        DATABASE,
                        idleRelay())
                .prepare();

        both.handle(ask(new Open(id)));

        var outbox = document().getList("outbox", Document.class);
        assertThat(outbox)
                .extracting(entry -> entry.getString("type"))
                .containsExactly("vn.dvk.sample.opened.v1", "vn.dvk.sample.opened.v2");
        assertThat(outbox)
                .extracting(entry -> entry.get("position", Number.class).longValue())
                .containsExactly(1L, 2L);
        assertThat(outbox).extracting(entry -> entry.getString("id")).doesNotHaveDuplicates();
    }

    @Test
    void an_event_that_a_newer_version_has_written_is_not_passed_over() {
        dossiers.handle(ask(new Open(id)));
        dossiers.documents()
                .updateOne(new Document("_id", id), new Document("$set", new Document("events.0.type", "tomorrow")));

        assertThatThrownBy(() -> dossiers.handle(ask(new Note("x"))))
                .isInstanceOf(EventTypes.WrittenByANewerVersion.class)
                .hasMessageContaining("tomorrow");
        assertThat(document().getList("events", Document.class)).hasSize(1);
    }

    @Test
    void a_history_that_cannot_be_is_a_fault_and_not_an_answer() {
        dossiers.handle(ask(new Open(id)));
        dossiers.documents()
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$set",
                                new Document("events.0.type", "closed").append("events.0.data", new Document())));

        assertThatThrownBy(() -> dossiers.handle(ask(new Note("x")))).isInstanceOf(ImpossibleHistory.class);
        assertThatThrownBy(() -> dossiers.find(id)).isInstanceOf(ImpossibleHistory.class);
    }

    private static Streams<DossierCommand, Dossier, DossierEvent> dossiers() {
        return new Streams<>(Dossiers.kind("/dvk/local/test", "topic"), DATABASE, idleRelay()).prepare();
    }

    private CommandEnvelope<DossierCommand> ask(DossierCommand command) {
        return CommandEnvelope.of(id, command, somebody());
    }

    private CommandEnvelope<DossierCommand> ask(DossierCommand command, String key) {
        return CommandEnvelope.of(id, command, somebody(key, null));
    }

    private Document document() {
        return Objects.requireNonNull(
                dossiers.documents().find(new Document("_id", id)).first());
    }

    private long versionNow() {
        return document().get("version", Number.class).longValue();
    }

    private static String idOf(Outcome<Dossier> outcome) {
        return outcome instanceof Stored<Dossier> stored ? stored.id() : outcome.toString();
    }
}
