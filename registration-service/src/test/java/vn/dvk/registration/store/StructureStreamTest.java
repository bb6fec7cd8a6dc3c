package vn.dvk.registration.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.envelope.OutboxEntry;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.relay.RelaySettings;
import vn.dvk.kit.relay.Sender;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.registration.domain.unit.Profile;
import vn.dvk.registration.domain.unit.StructureCommand;
import vn.dvk.registration.domain.unit.StructureCommand.Describe;
import vn.dvk.registration.domain.unit.StructureCommand.Reorganize;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.store.StructureStream.Ask;
import vn.dvk.registration.store.StructureStream.Result;
import vn.dvk.spec.Backbone;

/** Instances of the service that know nothing of each other but what is in the store. */
class StructureStreamTest {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    private final MongoDatabase database = Backbone.freshDatabase();
    private final StructureStream one = instance();
    private final StructureStream other = instance();

    @Test
    void two_moves_at_once_in_two_instances_make_no_circle() throws Exception {
        for (var round = 0; round < 20; round++) {
            var a = "A" + round;
            var b = "B" + round;
            one.handleAll(List.of(ask(describe(a, null)), ask(describe(b, null))));
            var outcomes = atOnce(() -> one.handle(ask(moved(a, b))), () -> other.handle(ask(moved(b, a))));

            assertEquals(
                    1,
                    outcomes.stream().filter(Outcome.Stored.class::isInstance).count(),
                    outcomes.toString());
            assertEquals(
                    1,
                    outcomes.stream().filter(Outcome.Refused.class::isInstance).count(),
                    outcomes.toString());
        }
        assertSameEverywhere();
    }

    @Test
    void many_writers_in_two_instances_lose_nothing_and_leave_no_hole() throws Exception {
        var writers = new ArrayList<Callable<Outcome<Result>>>();
        for (var i = 0; i < 8; i++) {
            var instance = i % 2 == 0 ? one : other;
            var name = "W" + i;
            writers.add(() -> {
                Outcome<Result> last = new Outcome.Overtaken<>(0);
                for (var k = 0; k < 10; k++) {
                    do {
                        last = instance.handle(ask(describe(name + "-" + k, null)));
                    } while (last instanceof Outcome.Overtaken<Result>);
                }
                return last;
            });
        }
        atOnce(writers);

        assertEquals(80, units(one).size());
        assertEquals(80, database.getCollection("structure").countDocuments());
        assertSameEverywhere();
    }

    @Test
    void each_unit_is_published_in_its_own_order_without_holes_whatever_document_it_waits_in() {
        var outbox = new StructureOutbox(database.getCollection("structure"), "topic", "unit:");
        one.handleAll(List.of(ask(describe("A", null)), ask(describe("B", null))));
        one.handleAll(List.of(
                ask(new Describe("A", profile("Tên thứ hai", null))),
                ask(new Describe("A", profile("Tên thứ ba", null))),
                ask(describe("C", null))));

        assertEquals(Map.of("A", 1L, "B", 1L, "C", 1L), outbox.waiting(100));
        assertEquals(List.of(1L, 2L, 3L), positions(outbox, "A"));
        assertEquals(5, outbox.size());

        outbox.acknowledge(Map.of("A", 2L, "C", 1L));
        assertEquals(List.of(3L), positions(outbox, "A"));
        assertEquals(Map.of("A", 3L, "B", 1L), outbox.waiting(100));

        outbox.acknowledge(Map.of("A", 3L, "B", 1L));
        assertEquals(Map.of(), outbox.waiting(100));
        assertEquals(Map.of(), outbox.read(List.of("A", "B", "C")));
    }

    private static List<Long> positions(StructureOutbox outbox, String unit) {
        return outbox.read(List.of(unit, "NOBODY")).getOrDefault(unit, List.of()).stream()
                .map(OutboxEntry::position)
                .toList();
    }

    @Test
    void a_thousand_units_are_one_write() {
        var all = IntStream.range(0, 1000)
                .mapToObj(i -> ask(describe("C" + i, i == 0 ? null : "C" + (i - 1) / 10)))
                .toList();
        assertTrue(one.handleAll(all).stream().allMatch(Outcome.Stored.class::isInstance));
        assertEquals(1, database.getCollection("structure").countDocuments());
        assertEquals(1000, units(other).size());
    }

    @Test
    void the_same_key_is_answered_by_any_instance_and_changes_nothing_again() {
        var first = new Ask(describe("A", null), context("key", "hash"), null);
        assertInstanceOf(Outcome.Stored.class, one.handle(first));
        assertInstanceOf(Outcome.Stored.class, one.handle(ask(new Describe("A", profile("Tên khác", null)))));
        assertInstanceOf(Outcome.Unchanged.class, other.handle(first));
        assertInstanceOf(
                Outcome.Refused.class, other.handle(new Ask(describe("A", null), context("key", "another"), null)));
        // What changed nothing is remembered too.
        var nothing = new Ask(new Describe("A", profile("Tên khác", null)), context("second", "hash"), null);
        assertInstanceOf(Outcome.Unchanged.class, other.handle(nothing));
        assertInstanceOf(Outcome.Stored.class, one.handle(ask(describe("A", null))));
        assertInstanceOf(Outcome.Unchanged.class, one.handle(nothing));
        assertEquals(
                "A",
                other.ask(now -> now.unit("A").orElseThrow().names().getLast().value()));
    }

    @Test
    void who_has_seen_an_older_version_is_told() {
        one.handle(ask(describe("A", null)));
        other.handle(ask(new Describe("A", profile("Tên khác", null))));
        assertEquals(
                new Outcome.Overtaken<Result>(2),
                one.handle(new Ask(new Describe("A", profile("Tên thứ ba", null)), context(null, null), 1L)));
    }

    private void assertSameEverywhere() {
        var fresh = instance();
        for (var instance : List.of(one, other)) {
            assertEquals(units(fresh), units(instance));
        }
    }

    private static List<Unit> units(StructureStream instance) {
        return instance.ask(now -> List.copyOf(now.units()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static List<Outcome<Result>> atOnce(Callable<Outcome<Result>>... callers) throws Exception {
        return atOnce(List.of(callers));
    }

    private static List<Outcome<Result>> atOnce(List<Callable<Outcome<Result>>> callers) throws Exception {
        var start = new CyclicBarrier(callers.size());
        var answers = new ArrayList<Future<Outcome<Result>>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller : callers) {
                answers.add(people.submit(() -> {
                    start.await();
                    return caller.call();
                }));
            }
        }
        var all = new ArrayList<Outcome<Result>>();
        for (var answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    private StructureStream instance() {
        var relay = new Relay(
                new Sender(MockProducer::new),
                new Envelope("vn.dvk.", "https://dvk.example/contracts/"),
                RelaySettings.DEFAULT,
                new SimpleMeterRegistry());
        return new StructureStream(new Installation("local"), database, relay);
    }

    private static Ask ask(StructureCommand command) {
        return new Ask(command, context(null, null), null);
    }

    private static RequestContext context(@Nullable String key, @Nullable String hash) {
        return new RequestContext("quantri", null, "test", null, key, hash, Instant.EPOCH);
    }

    private static Describe describe(String code, @Nullable String parent) {
        return new Describe(code, profile(code, parent));
    }

    private static Profile profile(String name, @Nullable String parent) {
        return new Profile(name, "OTHER", parent, null, null);
    }

    private static Reorganize moved(String unit, String parent) {
        return new Reorganize(
                new Succession(
                        unit + ">" + parent,
                        0,
                        Succession.Type.MOVED,
                        List.of(unit),
                        List.of(),
                        JULY,
                        null,
                        parent,
                        null,
                        null,
                        null),
                List.of());
    }
}
