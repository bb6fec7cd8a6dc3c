package vn.dvk.registration.domain.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.unit.StructureCommand.Annul;
import vn.dvk.registration.domain.unit.StructureCommand.AnnulOrder;
import vn.dvk.registration.domain.unit.StructureCommand.Order;
import vn.dvk.registration.domain.unit.StructureCommand.Reorganize;
import vn.dvk.registration.domain.unit.StructureEvent.Annulled;
import vn.dvk.registration.domain.unit.StructureEvent.Described;
import vn.dvk.registration.domain.unit.StructureEvent.Reorganized;
import vn.dvk.registration.domain.unit.Succession.Type;

/** A paper orders several acts: all of them or none, in their order, and taken back together. */
class PapersTest {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final LocalDate FOUND_OUT = LocalDate.of(2025, 12, 1);
    private static final String REASON = "Nghị quyết đã bị thu hồi";
    private static final Paper DECISION =
            new Paper("1678/NQ-UBTVQH15", LocalDate.of(2025, 6, 16), "Ủy ban Thường vụ Quốc hội");

    /** The paper of the model's year, in its order. */
    private static final List<Act> A_YEAR = List.of(
            act(Type.DISSOLVED, List.of("D1", "D2"), List.of("TM")),
            act(Type.MERGED, List.of("C1", "C2"), List.of("N1")),
            act(Type.SPLIT, List.of("C3"), List.of("N2", "N3")),
            renamed("C4", "Xã N4"));

    @Test
    void a_paper_is_carried_out_in_its_order_and_all_communes_are_under_the_province() {
        var now = province();
        accepted(order("p", A_YEAR), now).forEach(now::apply);

        assertEquals(
                List.of("N1", "N2", "N3", "C4", "C5"),
                List.of("N1", "N2", "N3", "C4", "C5").stream()
                        .filter(code -> "TM".equals(superior(now, code)))
                        .toList());
        for (var gone : List.of("D1", "D2", "C1", "C2", "C3")) {
            assertFalse(now.unit(gone).orElseThrow().isAliveOn(JULY), gone);
            assertTrue(now.unit(gone).orElseThrow().isAliveOn(JULY.minusDays(1)), gone);
        }
        assertEquals("Xã N4", now.unit("C4").orElseThrow().names().getLast().value());
        assertEquals("D2", now.unit("C4").orElseThrow().parents().getFirst().value());
        // They were under the district to the end: what follows from its dissolution came on the day of their own.
        assertEquals(
                List.of(new Unit.Dated("D1", null, JULY.minusDays(1))),
                now.unit("C1").orElseThrow().parents());
        assertEquals(
                List.of(1, 2, 3, 4, 5),
                now.order("p").stream()
                        .map(told -> told.succession().sequence())
                        .toList());
    }

    @Test
    void an_error_names_its_act_and_what_came_before_it_does_not_happen() {
        var now = province();
        var acts = new ArrayList<>(A_YEAR);
        acts.add(act(Type.MERGED, List.of("C5", "NOBODY", "C1"), List.of("N1")));
        assertEquals(
                List.of("acts[4].units[1] unit-unknown", "acts[4].units[2] succession-later-paper"),
                faults(refused(order("p", acts), now)));
        assertEquals(
                List.of("acts[0].name succession-needs-name"),
                faults(refused(order("p", List.of(act(Type.RENAMED, List.of("C4"), List.of()))), now)));
        assertTrue(now.order("p").isEmpty());
    }

    @Test
    void entries_in_the_way_stand_at_their_act() {
        var acts = order("p", List.of(renamed("C4", "Xã N4"), act(Type.MERGED, List.of("C1"), List.of("N1"))));
        var inTheWay = new Order(
                "p",
                List.of(
                        acts.acts().getFirst(),
                        new Reorganize(acts.acts().getLast().succession(), List.of("TM-2025/0007"))));
        assertEquals(List.of("acts[1] entry-after-end"), faults(refused(inTheWay, province())));
    }

    @Test
    void the_order_decides_because_each_act_sees_those_before_it() {
        var merged = act(Type.MERGED, List.of("C1"), List.of("C2"));
        var mergedOn = act(Type.MERGED, List.of("C2"), List.of("N1"));
        accepted(order("p", List.of(merged, mergedOn)), province());
        assertEquals(
                List.of("acts[1].successors[0] succession-outside-life"),
                faults(refused(order("p", List.of(mergedOn, merged)), province())));
    }

    @Test
    void what_stands_below_a_dissolved_unit_goes_over_to_the_one_successor_or_was_moved_before() {
        var why = refused(alone(act(Type.DISSOLVED, List.of("D1"), List.of())), province());
        assertEquals(List.of("units[0] dissolved-above"), faults(why));
        assertEquals(List.of("D1", "C1, C2", "TM"), why.faults().getFirst().arguments());
        assertEquals(
                List.of("units[0] dissolved-above"),
                faults(refused(alone(act(Type.DISSOLVED, List.of("D1"), List.of("TM", "D2"))), province())));
        assertEquals(
                List.of("units[0] dissolved-above"),
                faults(refused(alone(act(Type.DISSOLVED, List.of("D1"), List.of("C1"))), province())));

        var now = province();
        accepted(alone(act(Type.DISSOLVED, List.of("D1"), List.of("D2"))), now).forEach(now::apply);
        assertEquals("D2", superior(now, "C1"));
        assertEquals("D2", superior(now, "C2"));

        var before = new Act(Type.MOVED, List.of("C1", "C2"), List.of(), null, "TM");
        accepted(order("p", List.of(before, act(Type.DISSOLVED, List.of("D1"), List.of()))), province());
    }

    @Test
    void nobody_is_moved_below_a_unit_that_is_no_more() {
        var dissolved = act(Type.DISSOLVED, List.of("D1"), List.of("TM"));
        var moved = new Act(Type.MOVED, List.of("C3"), List.of(), null, "D1");
        assertEquals(
                List.of("acts[1].parent unit-not-alive"),
                faults(refused(order("p", List.of(dissolved, moved)), province())));
        accepted(order("p", List.of(moved, dissolved)), province());
    }

    @Test
    void what_a_dissolved_unit_leads_is_for_somebody_to_hand_over() {
        var now = province();
        accepted(order("p", A_YEAR), now).forEach(now::apply);
        assertEquals(List.of("D1", "D2", "C3"), now.split());
    }

    @Test
    void a_dissolution_that_moved_others_is_annulled_with_them() {
        var now = province();
        var events = accepted(alone(act(Type.DISSOLVED, List.of("D1"), List.of("TM"))), now);
        events.forEach(now::apply);
        var move = assertInstanceOf(Reorganized.class, events.getLast()).succession();
        assertEquals("annulment-of-part", refused(annul(move.id()), now).code());

        accepted(annul("s"), now).forEach(now::apply);
        assertEquals(states(province()), states(now));
    }

    @Test
    void a_paper_is_annulled_as_a_whole_and_its_acts_not_one_by_one() {
        var now = province();
        accepted(order("p", A_YEAR), now).forEach(now::apply);
        assertEquals("annulment-of-part", refused(annul("p0"), now).code());
        assertEquals("paper-unknown", refused(annulOrder("q"), now).code());
        assertEquals("paper-unknown", refused(annulOrder("p0"), now).code());

        var later = now.draft();
        accepted(
                        new Reorganize(
                                act(Type.MERGED, List.of("N2"), List.of("N3")).of("later", null, JULY.plusDays(9)),
                                List.of()),
                        later)
                .forEach(later::apply);
        assertEquals("annulment-built-on", refused(annulOrder("p"), later).code());

        var annulled = accepted(annulOrder("p"), now);
        assertEquals(new Annulled("p3", FOUND_OUT, REASON, null), annulled.getFirst());
        annulled.forEach(now::apply);
        assertEquals(states(province()), states(now));
        assertEquals(List.of(), accepted(annulOrder("p"), now));
    }

    @Test
    void the_same_paper_again_is_nothing_new_and_an_act_of_it_is_not_told_twice() {
        var now = province();
        accepted(order("p", A_YEAR), now).forEach(now::apply);
        assertEquals(List.of(), accepted(order("again", A_YEAR), now));
        assertEquals(
                List.of("acts[0] act-told"),
                faults(refused(order("q", List.of(A_YEAR.get(3), renamed("C5", "Xã N5"))), now)));
        assertEquals(
                List.of("acts[1] act-told"),
                faults(refused(order("q", List.of(renamed("C5", "Xã N5"), renamed("C5", "Xã N5"))), now)));
    }

    @Test
    void a_paper_names_so_many_units_and_no_more() {
        var many = IntStream.range(0, StructureDecider.TOGETHER)
                .mapToObj(i -> "X" + i)
                .toList();
        var acts = List.of(act(Type.CREATED, many, List.of()), renamed("C4", "Xã N4"));
        assertEquals(List.of("acts paper-too-large"), faults(refused(order("p", acts), province())));
    }

    @Property(tries = 300)
    void a_paper_is_its_acts_one_after_the_other_and_annulled_it_never_was(@ForAll("papers") List<Act> acts) {
        var oneByOne = province();
        var possible = true;
        for (var i = 0; i < acts.size() && possible; i++) {
            var told = new Reorganize(acts.get(i).of("p" + i, "p", JULY), List.of());
            if (StructureDecider.decide(told, oneByOne) instanceof Decision.Accepted<StructureEvent>(var events)
                    && !events.isEmpty()) {
                events.forEach(oneByOne::apply);
            } else {
                possible = false;
            }
        }
        var now = province();
        var decision = StructureDecider.decide(order("p", acts), now);
        assertEquals(possible, decision instanceof Decision.Accepted<StructureEvent>);
        if (decision instanceof Decision.Accepted<StructureEvent>(var events)) {
            events.forEach(now::apply);
            assertEquals(states(oneByOne), states(now));
            for (var unit : now.units()) {
                var dissolved =
                        unit.end().filter(one -> one.type() == Type.DISSOLVED).isPresent();
                assertTrue(!dissolved || now.below(List.of(unit.code()), JULY).isEmpty(), unit.code());
                assertFalse(now.isAboveItself(unit), unit.code());
            }
            accepted(annulOrder("p"), now).forEach(now::apply);
            assertEquals(states(province()), states(now));
        }
    }

    @Provide
    Arbitrary<List<Act>> papers() {
        var unit = Arbitraries.of("TM", "D1", "D2", "C1", "C2", "C3", "C4", "C5", "N1", "N2", "N3");
        return Combinators.combine(
                        Arbitraries.of(Type.class),
                        unit.list().ofMinSize(1).ofMaxSize(2).uniqueElements(),
                        unit.list().ofMaxSize(2).uniqueElements(),
                        unit)
                .as((type, units, successors, parent) -> new Act(
                        type,
                        units,
                        successors,
                        type == Type.RENAMED ? "Tên mới" : null,
                        type == Type.MOVED ? parent : null))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** What a paper orders. */
    record Act(
            Type type,
            List<String> units,
            List<String> successors,
            @Nullable String name,
            @Nullable String parent) {

        Succession of(String id, @Nullable String paper, LocalDate effective) {
            return new Succession(id, 0, type, units, successors, effective, name, parent, DECISION, null, paper);
        }
    }

    private static Act act(Type type, List<String> units, List<String> successors) {
        return new Act(type, units, successors, null, null);
    }

    private static Act renamed(String unit, String name) {
        return new Act(Type.RENAMED, List.of(unit), List.of(), name, null);
    }

    private static Order order(String paper, List<Act> acts) {
        return new Order(
                paper,
                IntStream.range(0, acts.size())
                        .mapToObj(i -> new Reorganize(acts.get(i).of(paper + i, paper, JULY), List.of()))
                        .toList());
    }

    private static Reorganize alone(Act act) {
        return new Reorganize(act.of("s", null, JULY), List.of());
    }

    private static Annul annul(String succession) {
        return new Annul(succession, FOUND_OUT, REASON, null);
    }

    private static AnnulOrder annulOrder(String paper) {
        return new AnnulOrder(paper, FOUND_OUT, REASON, null);
    }

    private static List<StructureEvent> accepted(StructureCommand command, Structure structure) {
        return switch (StructureDecider.decide(command, structure)) {
            case Decision.Accepted<StructureEvent>(var events) -> events;
            case Decision.Refused<StructureEvent>(var why) -> throw new AssertionError(why.toString());
        };
    }

    private static Refusal refused(StructureCommand command, Structure structure) {
        return switch (StructureDecider.decide(command, structure)) {
            case Decision.Accepted<StructureEvent>(var events) -> throw new AssertionError(events.toString());
            case Decision.Refused<StructureEvent>(var why) -> why;
        };
    }

    private static List<String> faults(Refusal why) {
        return why.faults().stream()
                .map(fault -> fault.field() + " " + fault.reason().code())
                .toList();
    }

    /** All but how often they have changed. */
    private static List<String> states(Structure structure) {
        return structure.units().stream()
                .map(unit -> unit.code() + unit.names() + unit.parents() + unit.lastDay() + unit.successions())
                .toList();
    }

    private static @Nullable String superior(Structure structure, String code) {
        return structure.unit(code).orElseThrow().parents().stream()
                .filter(parent -> parent.covers(JULY))
                .map(Unit.Dated::value)
                .findFirst()
                .orElse(null);
    }

    private static Structure province() {
        var structure = new Structure();
        structure.apply(described("TM", null, null));
        Arrays.asList("D1 TM", "D2 TM", "C1 D1", "C2 D1", "C3 D2", "C4 D2", "C5 D2")
                .forEach(one -> {
                    var words = one.split(" ");
                    structure.apply(described(words[0], words[1], null));
                });
        List.of("N1", "N2", "N3").forEach(code -> structure.apply(described(code, "TM", JULY)));
        return structure;
    }

    private static Described described(String code, @Nullable String parent, @Nullable LocalDate from) {
        return new Described(code, new Profile("Đơn vị " + code, "OTHER", parent, from, null));
    }
}
