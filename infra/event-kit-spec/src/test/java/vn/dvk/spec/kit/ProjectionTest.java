package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvk.spec.kit.Fixtures.fresh;
import static vn.dvk.spec.kit.There.broken;
import static vn.dvk.spec.kit.There.noted;
import static vn.dvk.spec.kit.There.notes;
import static vn.dvk.spec.kit.There.unknown;
import static vn.dvk.spec.kit.There.unused;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.MongoWaitingRoom;
import vn.dvk.kit.intake.Projection;
import vn.dvk.kit.intake.WaitingRoom.Head;
import vn.dvk.kit.intake.WaitingRoom.Why;
import vn.dvk.spec.Backbone;

/** Events into documents, through the intake: whatever comes twice, late or broken. */
class ProjectionTest {

    private final String id = fresh("p");
    private final MongoDatabase database = Backbone.freshDatabase();
    private final MongoCollection<Document> cards = database.getCollection("cards");
    private final MongoWaitingRoom room = new MongoWaitingRoom("test", database);
    private final AtomicBoolean causeOfTrouble = new AtomicBoolean();
    private final Intake intake = intake(trail(There.SOURCE));

    @BeforeEach
    void prepare() {}

    @Test
    void events_are_applied_in_order_and_each_once() {
        intake.accept(notes(id, 4));
        intake.accept(notes(id, 4));
        intake.accept(List.of(noted(id, 2)));

        assertThat(trailOf(id)).isEqualTo("1 2 3 4");
        assertThat(heads()).isEmpty();
    }

    @Test
    void what_comes_before_its_predecessor_is_held_until_that_one_comes() {
        intake.accept(List.of(noted(id, 3), noted(id, 4)));
        assertThat(trailOf(id)).isNull();
        assertThat(heads()).singleElement().satisfies(waiting -> {
            assertThat(waiting.why()).isEqualTo(Why.GAP);
            assertThat(waiting.reason()).contains("position 1");
        });

        intake.accept(List.of(noted(id, 2)));
        intake.accept(List.of(noted(id, 1)));

        assertThat(trailOf(id)).isEqualTo("1 2 3 4");
        assertThat(heads()).isEmpty();
    }

    @Test
    void an_unused_event_counts_and_changes_nothing_else() {
        intake.accept(List.of(noted(id, 1), unused(id, 2), noted(id, 3)));

        assertThat(trailOf(id)).isEqualTo("1 3");
    }

    @Test
    void an_unknown_type_holds_its_stream_and_only_its_stream() {
        var other = fresh("p");
        intake.accept(List.of(noted(id, 1), unknown(id, 2), noted(id, 3), noted(other, 1)));
        intake.accept(List.of(noted(id, 4), noted(other, 2)));

        assertThat(trailOf(id)).isEqualTo("1");
        assertThat(trailOf(other)).isEqualTo("1 2");
        assertThat(waiting()).satisfies(waiting -> {
            assertThat(waiting.why()).isEqualTo(Why.UNKNOWN_TYPE);
            assertThat(waiting.reason()).contains(There.UNKNOWN);
            assertThat(positions(waiting)).containsExactly(2L, 3L, 4L);
        });
    }

    @Test
    void a_newer_version_lets_go_what_waited_for_it_when_it_starts() {
        intake.accept(List.of(noted(id, 1), unknown(id, 2), noted(id, 3)));

        var upgraded = intake(trail(There.SOURCE).on(There.UNKNOWN, (_, _) -> {}));
        upgraded.lookAfter(_ -> true);
        upgraded.tryWaitingAgain();

        assertThat(trailOf(id)).isEqualTo("1 3");
        assertThat(heads()).isEmpty();
    }

    @Test
    void another_event_at_a_place_that_was_taken_is_a_fork_and_not_a_duplicate() {
        intake.accept(notes(id, 5));

        intake.accept(List.of(another(id, 4)));

        assertThat(trailOf(id)).isEqualTo("1 2 3 4 5");
        assertThat(waiting().why()).isEqualTo(Why.PARKED);
        assertThat(waiting().reason()).contains("another event").contains("position 4");
    }

    @Test
    void a_position_that_jumps_is_a_gap_and_captures_nothing() {
        intake.accept(List.of(noted(id, 1), noted(id, 999_999_999_999_999L)));

        intake.accept(List.of(noted(id, 2)));

        assertThat(trailOf(id)).isEqualTo("1 2");
        assertThat(waiting().why()).isEqualTo(Why.GAP);
    }

    @Test
    void a_body_that_cannot_be_read_parks_its_stream_with_the_bytes_as_they_came() {
        intake.accept(List.of(broken(id, 1), noted(id, 2)));

        assertThat(waiting().why()).isEqualTo(Why.PARKED);
        assertThat(records(waiting()).getFirst().body()).isEqualTo(broken(id, 1).body());
        assertThat(records(waiting()).getFirst()).usingRecursiveComparison().isEqualTo(broken(id, 1));
    }

    @Test
    void a_parked_stream_goes_on_when_a_person_retries_after_the_cause_is_gone() {
        causeOfTrouble.set(true);
        intake.accept(notes(id, 3));
        intake.retry(List.of(waiting()));
        assertThat(waiting().why()).isEqualTo(Why.PARKED);

        causeOfTrouble.set(false);
        intake.retry(List.of(waiting()));

        assertThat(trailOf(id)).isEqualTo("1 2 3");
        assertThat(heads()).isEmpty();
    }

    @Test
    void a_discarded_event_is_kept_on_record_and_the_later_ones_go_on() {
        intake.accept(List.of(noted(id, 1), broken(id, 2), noted(id, 3), noted(id, 4)));

        var discarded = intake.discard(waiting(), "admin", "test data");

        assertThat(discarded).isEqualTo(broken(id, 2).id());
        assertThat(trailOf(id)).isEqualTo("1 3 4");
        assertThat(heads()).isEmpty();
        assertThat(database.getCollection("waiting_discarded").find())
                .singleElement()
                .satisfies(kept -> assertThat(kept)
                        .containsEntry("discardedBy", "admin")
                        .containsEntry("why", "test data")
                        .containsEntry("subject", id)
                        .containsEntry("position", 2L));
        intake.accept(List.of(broken(id, 2)));
        assertThat(heads()).as("a redelivery of what was given up").isEmpty();
    }

    @Test
    void a_person_may_give_up_waiting_for_what_never_comes() {
        intake.accept(List.of(noted(id, 1), noted(id, 3), noted(id, 4)));

        intake.discard(waiting(), "admin", "position 2 is lost for good");

        assertThat(trailOf(id)).isEqualTo("1 4");
        assertThat(heads()).isEmpty();
    }

    @Test
    void an_event_whose_document_cannot_be_told_does_not_stop_the_others() {
        var byBody = new Projection(
                        There.SOURCE,
                        () -> cards,
                        event -> event.as(There.Text.class).text())
                .on(There.NOTED, ProjectionTest::addToTrail);

        intake(byBody).accept(List.of(broken(id, 1), noted(fresh("p"), 1)));

        assertThat(trailOf("1")).isEqualTo("1");
        assertThat(waiting().why()).isEqualTo(Why.PARKED);
    }

    @Test
    void where_every_event_tells_the_whole_state_a_newer_one_makes_up_for_a_broken_one() {
        var latest = intake(trail(There.SOURCE).latestWinning());
        latest.accept(List.of(noted(id, 1), broken(id, 2)));
        assertThat(waiting().why()).isEqualTo(Why.PARKED);

        latest.accept(List.of(noted(id, 3)));

        assertThat(trailOf(id)).isEqualTo("1 3");
        assertThat(heads()).isEmpty();
        assertThat(database.getCollection("waiting_discarded").countDocuments()).isEqualTo(1);
    }

    @Test
    void also_where_both_come_in_one_batch() {
        intake(trail(There.SOURCE).latestWinning()).accept(List.of(noted(id, 1), broken(id, 2), noted(id, 3)));

        assertThat(trailOf(id)).isEqualTo("1 3");
        assertThat(heads()).isEmpty();
        assertThat(database.getCollection("waiting_discarded").countDocuments()).isEqualTo(1);
    }

    @Test
    void what_is_of_no_document_here_costs_none() {
        var some = new Projection(There.SOURCE, () -> cards, _ -> null).ignoring(There.UNUSED);

        intake(some).accept(List.of(unused(id, 1)));

        assertThat(cards.countDocuments()).isZero();
    }

    @Test
    void two_sources_may_write_to_one_document() throws Exception {
        var here = intake(trail(There.SOURCE));
        var elsewhere = intake(trail("/dvk/local/elsewhere"));

        AtOnce.run(2, writer -> () -> {
            for (var n = 1; n <= 25; n++) {
                if (writer == 0) {
                    here.accept(List.of(noted(id, n)));
                } else {
                    elsewhere.accept(List.of(
                            There.event("/dvk/local/elsewhere", There.NOTED, id, n, "{\"text\":\"" + n + "\"}")));
                }
            }
            return writer;
        });

        var whole = String.join(
                " ", notes(id, 25).stream().map(one -> "" + one.position()).toList());
        assertThat(card(id)).containsEntry("/dvk/local/there", whole).containsEntry("/dvk/local/elsewhere", whole);
        assertThat(heads()).isEmpty();
    }

    @Test
    void two_instances_that_read_the_same_batch_apply_it_once() throws Exception {
        var batch = new ArrayList<IncomingEvent>();
        for (var i = 0; i < 10; i++) {
            batch.addAll(notes(id + i, 5));
        }

        AtOnce.run(2, _ -> () -> {
            intake(trail(There.SOURCE)).accept(batch);
            return true;
        });

        assertThat(cards.find().map(one -> one.getString(There.SOURCE)))
                .hasSize(10)
                .containsOnly("1 2 3 4 5");
        assertThat(heads()).isEmpty();
    }

    @Test
    void when_the_store_is_away_the_batch_is_not_seen_through() {
        var away = new Projection(
                There.SOURCE,
                () -> {
                    throw new MongoTimeoutException("away");
                },
                IncomingEvent::subject);

        assertThatThrownBy(() -> intake(away.on(There.NOTED, (_, _) -> {})).accept(notes(id, 1)))
                .isInstanceOf(MongoTimeoutException.class);
        assertThat(heads()).isEmpty();
    }

    @Test
    void an_event_of_a_source_nobody_reads_is_parked_and_not_skipped() {
        intake.accept(List.of(There.event("/dvk/local/stranger", There.NOTED, id, 1, "{}")));

        assertThat(waiting().why()).isEqualTo(Why.PARKED);
    }

    private static IncomingEvent another(String subject, long position) {
        var one = noted(subject, position);
        return new IncomingEvent(
                one.topic(),
                one.partition(),
                one.offset() + 100,
                one.key(),
                "another",
                one.source(),
                one.type(),
                one.subject(),
                one.position(),
                one.time(),
                one.appended(),
                one.actor(),
                one.unit(),
                one.correlation(),
                one.traceparent(),
                one.body());
    }

    private Intake intake(EventHandler handler) {
        return new Intake("test", List.of(handler), room, new SimpleMeterRegistry());
    }

    /** Appends, which no real projection may do: so a document shows what was applied, in which order and how often. */
    private Projection trail(String source) {
        return new Projection(source, () -> cards, IncomingEvent::subject)
                .on(There.NOTED, (document, event) -> {
                    if (causeOfTrouble.get()) {
                        throw new IllegalStateException("trouble");
                    }
                    addToTrail(document, event);
                })
                .ignoring(There.UNUSED);
    }

    private static void addToTrail(Document document, IncomingEvent event) {
        var position = String.valueOf(event.position());
        event.as(There.Text.class);
        document.merge(event.source(), position, (trail, more) -> trail + " " + more);
    }

    private Document card(String id) {
        var found = cards.find(new Document("_id", id)).first();
        return found == null ? new Document() : found;
    }

    private @Nullable String trailOf(String id) {
        return card(id).getString(There.SOURCE);
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
