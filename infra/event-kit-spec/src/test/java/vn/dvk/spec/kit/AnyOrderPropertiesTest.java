package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.spec.kit.Fixtures.fresh;
import static vn.dvk.spec.kit.Fixtures.idleRelay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.bson.Document;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.MongoWaitingRoom;
import vn.dvk.kit.intake.Projection;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.intake.Reactions.Next;
import vn.dvk.kit.intake.WaitingRoom.Head;
import vn.dvk.kit.stream.Streams;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.sample.Dossier;
import vn.dvk.spec.sample.DossierCommand;
import vn.dvk.spec.sample.DossierCommand.Note;
import vn.dvk.spec.sample.DossierCommand.Open;
import vn.dvk.spec.sample.DossierEvent;
import vn.dvk.spec.sample.DossierEvent.Noted;
import vn.dvk.spec.sample.DossierEvent.Opened;
import vn.dvk.spec.sample.Dossiers;

/** Whatever the order, the duplicates and the batches: the same documents, and nobody is left waiting. */
class AnyOrderPropertiesTest {

    private static final int STREAMS = 3;
    private static final int EVENTS = 5;

    private static final MongoDatabase DATABASE = Backbone.freshDatabase();
    private static final MongoCollection<Document> CARDS = DATABASE.getCollection("cards");
    private static final MongoWaitingRoom ROOM = new MongoWaitingRoom("test", DATABASE);
    private static final Streams<DossierCommand, Dossier, DossierEvent> DOSSIERS =
            new Streams<>(Dossiers.kind("/dvk/local/here", "topic"), DATABASE, idleRelay()).prepare();

    static {
    }

    /** Which event of which stream; the names of the streams differ from try to try. */
    record Place(int stream, long position) {

        IncomingEvent event(String prefix) {
            return position == 1 ? There.opened(prefix + stream, 1) : There.noted(prefix + stream, position);
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void documents_of_a_projection(@ForAll("deliveries") List<List<Place>> deliveries) {
        var prefix = fresh("p");
        var projection = new Projection(There.SOURCE, () -> CARDS, IncomingEvent::subject)
                .on(There.OPENED, AnyOrderPropertiesTest::append)
                .on(There.NOTED, AnyOrderPropertiesTest::append);

        deliver(deliveries, prefix, projection);

        for (var stream = 0; stream < STREAMS; stream++) {
            assertThat(CARDS.find(new Document("_id", prefix + stream)).first())
                    .isNotNull()
                    .containsEntry(
                            "trail", LongStream.rangeClosed(1, EVENTS).boxed().toList());
        }
        assertThat(heads()).isEmpty();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void streams_that_react(@ForAll("deliveries") List<List<Place>> deliveries) {
        var prefix = fresh("r");
        var reactions = new Reactions<>("here", There.SOURCE, DOSSIERS, IncomingEvent::subject)
                .opensWith(There.OPENED, event -> new Next.Command<>(new Open(event.subject())))
                .on(
                        There.NOTED,
                        event -> new Next.Command<>(
                                new Note(event.as(There.Text.class).text())));

        deliver(deliveries, prefix, reactions);

        for (var stream = 0; stream < STREAMS; stream++) {
            var notes = LongStream.rangeClosed(2, EVENTS).mapToObj(n -> new Noted(String.valueOf(n)));
            assertThat(DOSSIERS.history(prefix + stream))
                    .extracting(Recorded::event)
                    .containsExactlyElementsOf(
                            Stream.<DossierEvent>concat(Stream.of(new Opened(prefix + stream)), notes)
                                    .toList());
        }
        assertThat(heads()).isEmpty();
    }

    private static List<Head> heads() {
        var all = new ArrayList<Head>();
        ROOM.forEach(all::add);
        return all;
    }

    private static void deliver(List<List<Place>> deliveries, String prefix, EventHandler handler) {
        var intake = new Intake("test", List.of(handler), ROOM, new SimpleMeterRegistry());
        for (var batch : deliveries) {
            intake.accept(batch.stream().map(place -> place.event(prefix)).toList());
        }
    }

    /** Not idempotent, so that one event too many or in the wrong place shows. */
    private static void append(Document document, IncomingEvent event) {
        var trail = new ArrayList<>(document.getList("trail", Long.class, List.of()));
        trail.add(event.position());
        document.put("trail", trail);
    }

    /** Every event at least once, some again, in any order, cut into batches anywhere. */
    @Provide
    Arbitrary<List<List<Place>>> deliveries() {
        var all = IntStream.range(0, STREAMS)
                .boxed()
                .flatMap(stream -> LongStream.rangeClosed(1, EVENTS).mapToObj(n -> new Place(stream, n)))
                .toList();
        var again = Arbitraries.of(all).list().ofMaxSize(10);
        return again.flatMap(more -> Arbitraries.shuffle(
                        Stream.concat(all.stream(), more.stream()).toList()))
                .flatMap(
                        order -> Arbitraries.integers().between(1, order.size()).map(size -> batches(order, size)));
    }

    private static List<List<Place>> batches(List<Place> order, int size) {
        return IntStream.range(0, (order.size() + size - 1) / size)
                .mapToObj(i -> order.subList(i * size, Math.min(order.size(), (i + 1) * size)))
                .toList();
    }
}
