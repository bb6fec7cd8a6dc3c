package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dvk.spec.kit.Fixtures.fresh;
import static vn.dvk.spec.kit.Fixtures.idleRelay;
import static vn.dvk.spec.kit.Fixtures.somebody;
import static vn.dvk.spec.kit.There.broken;
import static vn.dvk.spec.kit.There.noted;
import static vn.dvk.spec.kit.There.opened;
import static vn.dvk.spec.kit.There.unknown;
import static vn.dvk.spec.kit.There.unused;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler.NotHereYet;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.MongoWaitingRoom;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.intake.Reactions.Next;
import vn.dvk.kit.intake.WaitingRoom.Head;
import vn.dvk.kit.intake.WaitingRoom.Why;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.sample.Dossier;
import vn.dvk.spec.sample.DossierCommand;
import vn.dvk.spec.sample.DossierCommand.Note;
import vn.dvk.spec.sample.DossierCommand.Open;
import vn.dvk.spec.sample.DossierCommand.Stumble;
import vn.dvk.spec.sample.DossierEvent;
import vn.dvk.spec.sample.DossierEvent.Noted;
import vn.dvk.spec.sample.DossierEvent.Opened;
import vn.dvk.spec.sample.Dossiers;

/** Events there into commands here, through the intake. */
class ReactionsTest {

    private final String id = fresh("r");
    private final MongoDatabase database = Backbone.freshDatabase();
    private final MongoWaitingRoom room = new MongoWaitingRoom("test", database);
    private final Set<String> absent = ConcurrentHashMap.newKeySet();
    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers =
            new Streams<>(Dossiers.kind("/dvk/local/here", "topic"), database, idleRelay()).prepare();

    private final Intake opening = intake(reactions().opensWith(There.OPENED, this::open));
    private final Intake following = intake(reactions());

    @BeforeEach
    void prepare() {}

    @Test
    void a_stream_begins_with_the_event_that_opens_it_and_follows_from_there() {
        opening.accept(List.of(unused(id, 1), unused(id, 2), opened(id, 3), noted(id, 4), unused(id, 5), noted(id, 6)));

        assertThat(events()).containsExactly(new Opened(id), new Noted("4"), new Noted("6"));
        assertThat(seenOfThere()).isEqualTo(6);
        assertThat(heads()).isEmpty();
    }

    @Test
    void what_is_ignored_before_the_stream_begins_costs_no_document() {
        opening.accept(List.of(unused(id, 1), unused(id, 2)));

        assertThat(dossiers.find(id)).isEmpty();
        assertThat(heads()).isEmpty();
    }

    @Test
    void the_whole_history_again_changes_nothing() {
        var history = List.of(opened(id, 1), noted(id, 2), unused(id, 3), noted(id, 4));
        opening.accept(history);
        var version = version();

        opening.accept(history);

        assertThat(events()).containsExactly(new Opened(id), new Noted("2"), new Noted("4"));
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void a_gap_after_the_beginning_is_held_and_heals_by_itself() {
        opening.accept(List.of(opened(id, 2), noted(id, 4), noted(id, 5)));
        assertThat(waiting().why()).isEqualTo(Why.GAP);

        opening.accept(List.of(noted(id, 3)));

        assertThat(events()).containsExactly(new Opened(id), new Noted("3"), new Noted("4"), new Noted("5"));
        assertThat(heads()).isEmpty();
    }

    @Test
    void an_event_before_the_one_that_opens_waits_for_it() {
        opening.accept(List.of(noted(id, 2)));
        assertThat(waiting().why()).isEqualTo(Why.AWAITING);

        opening.accept(List.of(opened(id, 1)));

        assertThat(events()).containsExactly(new Opened(id), new Noted("2"));
    }

    @Test
    void what_follows_an_opening_event_that_waits_waits_behind_it_even_if_it_is_ignored() {
        absent.add(id);
        opening.accept(List.of(opened(id, 1), unused(id, 2), noted(id, 3)));
        assertThat(positions(waiting())).containsExactly(1L, 2L, 3L);

        absent.remove(id);
        lookUntilNobodyWaits(opening);

        assertThat(events()).containsExactly(new Opened(id), new Noted("3"));
        assertThat(heads()).isEmpty();
    }

    @Test
    void what_awaits_something_else_is_tried_again_by_itself() {
        absent.add(id);
        opening.accept(List.of(opened(id, 1)));
        opening.retry(List.of(waiting()));
        assertThat(waiting()).satisfies(waiting -> {
            assertThat(waiting.why()).isEqualTo(Why.AWAITING);
            assertThat(waiting.reason()).isEqualTo("waits for something else");
            assertThat(waiting.attempts()).isGreaterThan(0);
        });

        absent.remove(id);
        lookUntilNobodyWaits(opening);

        assertThat(events()).containsExactly(new Opened(id));
    }

    @Test
    void a_stream_that_is_followed_counts_every_position_from_1_and_waits_for_the_stream_here() {
        following.accept(List.of(noted(id, 1), unused(id, 2), noted(id, 3)));
        assertThat(waiting().why()).isEqualTo(Why.AWAITING);
        assertThat(dossiers.find(id)).isEmpty();

        openHere();
        lookUntilNobodyWaits(following);

        assertThat(events()).containsExactly(new Opened(id), new Noted("1"), new Noted("3"));
        assertThat(seenOfThere()).isEqualTo(3);
    }

    @Test
    void what_a_rule_refuses_parks_the_stream() {
        openHere();
        following.accept(List.of(There.event(There.SOURCE, There.NOTED, id, 1, "{\"text\":\" \"}"), noted(id, 2)));

        assertThat(waiting().why()).isEqualTo(Why.PARKED);
        assertThat(waiting().reason()).contains("empty-note");

        following.discard(waiting(), "admin", "an empty note is no note");
        assertThat(events()).containsExactly(new Opened(id), new Noted("2"));
    }

    @Test
    void a_defect_met_by_one_event_does_not_stop_the_others() {
        var other = fresh("r");
        openHere();
        openHere(other);

        following.accept(
                List.of(There.event(There.SOURCE, There.NOTED, id, 1, "{\"text\":\"stumble\"}"), noted(other, 1)));

        assertThat(dossiers.history(other)).hasSize(2);
        assertThat(waiting()).satisfies(waiting -> {
            assertThat(waiting.why()).isEqualTo(Why.PARKED);
            assertThat(waiting.reason()).contains("a defect of the decider");
        });
    }

    @Test
    void a_damaged_history_here_does_not_stop_the_others() {
        var other = fresh("r");
        openHere();
        openHere(other);
        dossiers.documents()
                .updateOne(new Document("_id", id), new Document("$set", new Document("events.0.type", "forgotten")));

        following.accept(List.of(noted(id, 1), noted(other, 1)));

        assertThat(dossiers.history(other)).hasSize(2);
        assertThat(waiting().reason()).contains("forgotten");
    }

    @Test
    void a_discarded_event_counts_even_if_it_was_waiting_for_one_that_never_comes() {
        openHere();
        following.accept(List.of(noted(id, 2), noted(id, 3)));

        following.discard(waiting(), "admin", "position 1 is lost for good");

        assertThat(events()).containsExactly(new Opened(id), new Noted("3"));
        assertThat(heads()).isEmpty();
    }

    @Test
    void what_cannot_be_remembered_yet_cannot_be_discarded_yet() {
        following.accept(List.of(broken(id, 1), noted(id, 2)));
        assertThatThrownBy(() -> following.discard(waiting(), "admin", "broken"))
                .isInstanceOf(NotHereYet.class);
        assertThat(waiting().events()).hasSize(2);

        openHere();
        following.discard(waiting(), "admin", "broken");

        assertThat(events()).containsExactly(new Opened(id), new Noted("2"));
        assertThat(heads()).isEmpty();
    }

    @Test
    void an_unknown_type_before_the_stream_begins_can_be_discarded() {
        opening.accept(List.of(unknown(id, 1), unused(id, 2), opened(id, 3), noted(id, 4)));
        assertThat(dossiers.find(id)).isEmpty();

        opening.discard(waiting(), "admin", "not for us");

        assertThat(events()).containsExactly(new Opened(id), new Noted("4"));
        assertThat(heads()).isEmpty();
    }

    @Test
    void what_follows_is_recorded_in_the_services_name_and_the_same_correlation() {
        opening.accept(List.of(opened(id, 1)));

        assertThat(dossiers.history(id)).extracting(Recorded::by).containsExactly("here");
        assertThat(document().getList("events", Document.class))
                .extracting(event -> event.getString("correlation"))
                .containsExactly("correlation");
    }

    private void lookUntilNobodyWaits(Intake intake) {
        await().until(() -> {
            intake.tryWaitingAgain();
            return heads().isEmpty();
        });
    }

    private Reactions<DossierCommand, Dossier, DossierEvent> reactions() {
        return new Reactions<>("here", There.SOURCE, dossiers, IncomingEvent::subject)
                .on(There.NOTED, ReactionsTest::note)
                .ignoring(There.UNUSED);
    }

    private Next<DossierCommand> open(IncomingEvent event) {
        return absent.contains(event.subject())
                ? new Next.AwaitFirst<>("something else")
                : new Next.Command<>(new Open(event.as(There.Text.class).text()));
    }

    private static Next<DossierCommand> note(IncomingEvent event) {
        var text = event.as(There.Text.class).text();
        return new Next.Command<>(text.equals("stumble") ? new Stumble() : new Note(text));
    }

    private Intake intake(Reactions<?, ?, ?> reactions) {
        return new Intake("test", List.of(reactions), room, new SimpleMeterRegistry());
    }

    private void openHere() {
        openHere(id);
    }

    private void openHere(String id) {
        dossiers.handle(CommandEnvelope.of(id, new Open(id), somebody()));
    }

    private List<DossierEvent> events() {
        return dossiers.history(id).stream().map(Recorded::event).toList();
    }

    private Document document() {
        return Objects.requireNonNull(
                dossiers.documents().find(new Document("_id", id)).first());
    }

    private long seenOfThere() {
        return document()
                .get("inbox", Document.class)
                .get("there", Document.class)
                .get("n", Number.class)
                .longValue();
    }

    private long version() {
        return document().get("version", Number.class).longValue();
    }

    private Head waiting() {
        assertThat(heads()).hasSize(1);
        return heads().getFirst();
    }

    private List<Head> heads() {
        var all = new ArrayList<Head>();
        room.forEach(all::add);
        return all;
    }

    private List<IncomingEvent> records(Head head) {
        return Objects.requireNonNull(
                room.events(List.of(head), 100, Long.MAX_VALUE).get(head.id()));
    }

    private List<Long> positions(Head head) {
        return records(head).stream().map(IncomingEvent::position).toList();
    }
}
