package vn.dvk.registration.domain.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.KitReason;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.unit.StructureCommand.Annul;
import vn.dvk.registration.domain.unit.StructureCommand.Describe;
import vn.dvk.registration.domain.unit.StructureCommand.Reorganize;
import vn.dvk.registration.domain.unit.StructureEvent.Annulled;
import vn.dvk.registration.domain.unit.StructureEvent.Described;
import vn.dvk.registration.domain.unit.StructureEvent.Reorganized;
import vn.dvk.registration.domain.unit.Succession.Type;
import vn.dvk.spec.Specification;

/** What units are, what papers make of them, and what an annulment takes back. */
class StructureTest {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 1);
    private static final LocalDate FOUND_OUT = LocalDate.of(2025, 12, 1);
    private static final String REASON = "Nghị quyết đã bị thu hồi";

    @Test
    void a_unit_described_in_wrong_words_is_refused_unless_it_is_so_already() {
        var wrong = List.of(Fault.of("kind", KitReason.TERM_UNKNOWN, "PARISH", "unit-kind", "COMMUNE", "COMMUNE"));
        var profile = new Profile("Giáo xứ", "PARISH", null, null, null);
        structure().given().when(new Describe("A", profile, wrong)).thenRefused("unit-invalid");
        structure()
                .given(new Described("A", profile))
                .when(new Describe("A", profile, wrong))
                .thenNothing();
    }

    @Test
    void a_unit_is_established_by_describing_it_and_corrected_by_describing_it_again() {
        structure().given().when(describe("TM", null)).then(described("TM", null));
        structure().given(described("TM", null)).when(describe("TM", null)).thenNothing();
        var other = new Profile("Tỉnh Mẫu", "PROVINCE", null, null, null);
        structure().given(described("TM", null)).when(new Describe("TM", other)).then(new Described("TM", other));
    }

    @Test
    void it_is_not_its_own_superior_and_does_not_end_before_it_begins() {
        structure().given().when(describe("TM", "TM")).thenRefused("unit-own-parent");
        structure().given().when(lived(JULY, JULY.minusDays(1))).thenRefused("unit-period-reversed");
        structure()
                .given()
                .when(lived(JULY, JULY))
                .then(new Described("TM", lived(JULY, JULY).profile()));
        structure()
                .given(described("TM", null), told("s", 1, dissolved("TM")))
                .when(lived(JULY, null))
                .thenRefused("unit-period-reversed");
    }

    @Test
    void every_superior_is_there_and_nobody_stands_above_himself() {
        structure().given().when(describe("C1", "D9")).thenRefused("unit-invalid");
        structure().given(province()).when(describe("TM", "C1")).thenRefused("unit-invalid");
        structure().given(province()).when(moved("s", "D1", "C1")).thenRefused("unit-invalid");
        structure().given(province()).when(moved("s", "D1", "D1")).thenRefused("unit-own-parent");
        structure().given(province()).when(moved("s", "C1", "D2")).then(told("s", 1, moved("s", "C1", "D2")));
    }

    @Test
    void what_was_never_so_at_one_time_is_no_circle() {
        var until = new Profile("A", "OTHER", "B", null, JULY.minusDays(1));
        var from = new Profile("B", "OTHER", "A", JULY, null);
        var overlapping = new Profile("B", "OTHER", "A", JULY.minusDays(1), null);
        var before = new Described("A", new Profile("A", "OTHER", null, null, JULY.minusDays(1)));
        structure()
                .given(before, new Described("B", from))
                .when(new Describe("A", until))
                .then(new Described("A", until));
        structure()
                .given(before, new Described("B", overlapping))
                .when(new Describe("A", until))
                .thenRefused("unit-invalid");
    }

    @Test
    void a_circle_elsewhere_is_not_blamed_on_who_stands_below_it() {
        structure()
                .given(described("A", "B"), described("B", "A"))
                .when(describe("C", "A"))
                .then(described("C", "A"));
    }

    @Test
    void descriptions_are_looked_at_as_a_whole() {
        var decisions = StructureDecider.describeAll(
                List.of(
                        describe("C", "D"),
                        describe("D", null),
                        describe("X", "Y"),
                        describe("Z", "X"),
                        describe("Y", "X")),
                new Structure());
        assertEquals(
                List.of(true, true, false, false, false),
                decisions.stream().map(Decision.Accepted.class::isInstance).toList());
    }

    @Test
    void every_kind_of_paper_is_told_with_its_place_in_the_day() {
        var commands = List.of(
                of(Type.CREATED, List.of("C5"), List.of(), JULY),
                new Reorganize(succession("s", Type.RENAMED, List.of("C4"), List.of(), JULY, "Xã N4", null), List.of()),
                moved("s", "C4", "TM"),
                of(Type.MERGED, List.of("C1", "C2"), List.of("N1"), JULY),
                of(Type.SPLIT, List.of("C3"), List.of("N2", "N3"), JULY),
                dissolved("D1"));
        var history = new ArrayList<StructureEvent>(List.of(province()));
        var place = 0;
        for (var command : commands) {
            place++;
            var named = named(command, "s" + place);
            structure()
                    .given(history.toArray(StructureEvent[]::new))
                    .when(named)
                    .then(told("s" + place, place, named));
            history.add(told("s" + place, place, named));
        }
    }

    @Test
    void a_merger_has_one_successor_and_a_split_several() {
        structure()
                .given(province())
                .when(of(Type.MERGED, List.of("C1", "C2"), List.of("N1", "N2"), JULY))
                .thenRefused("merged-into-several");
        structure()
                .given(province())
                .when(of(Type.SPLIT, List.of("C1"), List.of("N1"), JULY))
                .thenRefused("split-into-one");
        var goesOn = of(Type.SPLIT, List.of("C1"), List.of("C1", "N1"), JULY);
        structure().given(province()).when(goesOn).then(told("s", 1, goesOn));
    }

    @Test
    void a_unit_becomes_one_of_another_kind_by_a_paper_in_words_that_are_right() {
        var paper = new Paper("1678/NQ-UBTVQH15", LocalDate.of(2025, 6, 16), "Ủy ban Thường vụ Quốc hội");
        var town = new Reorganize(
                new Succession(
                        "s", 0, Type.RENAMED, List.of("C4"), List.of(), JULY, null, null, "TOWN", paper, null, null),
                List.of());
        structure().given(province()).when(town).then(told("s", 1, town));
        structure()
                .given(province())
                .when(town.with(List.of(Fault.of("kind", KitReason.TERM_UNKNOWN, "TOWN"))))
                .thenRefused("unit-invalid");
    }

    @Test
    void a_national_code_is_one_units_at_a_time() {
        var old = new Described("A", new Profile("A", "COMMUNE", null, null, JULY.minusDays(1), "17209"));
        var next = new Profile("B", "COMMUNE", null, JULY, null, "17209");
        structure().given(old).when(new Describe("B", next)).then(new Described("B", next));
        var refusal = structure()
                .given(old)
                .when(new Describe("B", new Profile("B", "COMMUNE", null, JULY.minusDays(1), null, "17209")))
                .thenRefused("unit-invalid");
        assertEquals(
                List.of("nationalCode national-code-taken"),
                refusal.faults().stream()
                        .map(fault -> fault.field() + " " + fault.reason().code())
                        .toList());
        var again = new Profile("Xã A", "COMMUNE", null, null, JULY.minusDays(1), "17209");
        structure().given(old).when(new Describe("A", again)).then(new Described("A", again));
    }

    @Test
    void the_same_paper_again_is_nothing_new_until_it_is_annulled() {
        var first = told("first", 1, dissolved("C5"));
        structure()
                .given(and(province(), first))
                .when(named(dissolved("C5"), "again"))
                .thenNothing();
        structure()
                .given(and(province(), first, new Annulled("first", FOUND_OUT, REASON, null)))
                .when(named(dissolved("C5"), "again"))
                .then(told("again", 1, dissolved("C5")));
    }

    @Test
    void a_paper_says_what_it_has_to() {
        structure()
                .given(province())
                .when(of(Type.MERGED, List.of("C1"), List.of(), JULY))
                .thenRefused("succession-needs-successor");
        structure()
                .given(province())
                .when(of(Type.SPLIT, List.of("C1"), List.of(), JULY))
                .thenRefused("succession-needs-successor");
        structure()
                .given(province())
                .when(of(Type.RENAMED, List.of("C1"), List.of(), JULY))
                .thenRefused("succession-needs-name");
        structure()
                .given(province())
                .when(of(Type.MOVED, List.of("C1"), List.of(), JULY))
                .thenRefused("succession-needs-parent");
    }

    @Test
    void whoever_is_named_is_there_at_the_time_and_one_bad_name_stops_all() {
        assertEquals(
                List.of("units[1] unit-unknown", "units[2] code-twice", "successors[0] successor-unknown"),
                faults(of(Type.MERGED, List.of("C1", "C9", "C1"), List.of("N9"), JULY)));
        assertEquals(
                List.of("units[0] succession-outside-life"),
                faults(of(Type.DISSOLVED, List.of("N1"), List.of(), JULY.minusYears(1))));
        assertEquals(
                List.of("successors[0] succession-outside-life"),
                faults(of(Type.MERGED, List.of("C1"), List.of("N1"), JULY.minusDays(1))));
    }

    @Test
    void what_was_described_to_end_may_be_dissolved_on_the_day_after() {
        var profile = lived(null, JULY.minusDays(1)).profile();
        structure().given(new Described("TM", profile)).when(dissolved("TM")).then(told("s", 1, dissolved("TM")));
    }

    @Test
    void of_one_day_what_comes_first_may_lead_to_what_comes_next() {
        var first = told("first", 1, of(Type.DISSOLVED, List.of("D1"), List.of("TM"), JULY));
        var second = of(Type.MERGED, List.of("TM"), List.of("NB"), JULY);
        structure()
                .given(and(province(), described("NB", null), first))
                .when(second)
                .then(told("s", 2, second));
        // The other way round there is nothing left to go on to.
        structure()
                .given(and(province(), described("NB", null), told("first", 1, second)))
                .when(of(Type.DISSOLVED, List.of("D1"), List.of("TM"), JULY))
                .thenRefused("unit-invalid");
    }

    @Test
    void a_unit_described_to_end_the_day_before_may_still_be_led_to_on_its_way() {
        var ending = new Described("HNA", new Profile("Hà Nam", "PROVINCE", null, null, JULY.minusDays(1)));
        var dissolved = of(Type.DISSOLVED, List.of("C5"), List.of("HNA"), JULY);
        structure().given(and(province(), ending)).when(dissolved).then(told("s", 1, dissolved));
        structure()
                .given(and(province(), ending))
                .when(of(Type.DISSOLVED, List.of("C5"), List.of("HNA"), JULY.plusDays(1)))
                .thenRefused("unit-invalid");
    }

    @Test
    void a_paper_told_late_takes_nothing_away_from_one_told_before() {
        var renamed = new Reorganize(
                succession("s", Type.RENAMED, List.of("C1"), List.of(), SEPTEMBER, "Xã Mới", null), List.of());
        assertEquals(
                List.of("units[0] succession-later-paper"),
                faults(of(Type.MERGED, List.of("C1"), List.of("N1"), JULY), told("r", 1, renamed)));
        var merged = of(Type.MERGED, List.of("C2"), List.of("C1"), SEPTEMBER);
        assertEquals(
                List.of("units[0] succession-later-paper"),
                faults(of(Type.DISSOLVED, List.of("C1"), List.of(), JULY), told("m", 1, merged)));
    }

    @Test
    void no_unit_ends_twice() {
        var split = told("split", 1, of(Type.SPLIT, List.of("C3"), List.of("N2", "N3"), JULY));
        assertEquals(
                List.of("units[0] succession-later-paper"),
                faults(of(Type.MERGED, List.of("C3"), List.of("N1"), JULY), split));
        assertEquals(
                List.of("units[0] succession-outside-life"),
                faults(of(Type.MERGED, List.of("C3"), List.of("N1"), SEPTEMBER), split));
    }

    @Test
    void a_paper_that_makes_accepted_entries_impossible_is_refused_with_their_codes() {
        var merged = of(Type.MERGED, List.of("C1"), List.of("N1"), JULY).succession();
        assertEquals(List.of("effective entry-after-end"), faults(new Reorganize(merged, List.of("TM-2025/0007"))));
    }

    @Test
    void an_annulment_leaves_the_units_as_they_were() {
        var before = folded(province());
        var after = folded(and(
                province(),
                told("m", 1, of(Type.MERGED, List.of("C1", "C2"), List.of("N1"), JULY)),
                new Annulled("m", FOUND_OUT, REASON, null)));
        for (var unit : before.units()) {
            var now = after.unit(unit.code()).orElseThrow();
            assertEquals(unit.profile(), now.profile());
            assertEquals(unit.successions(), now.successions());
            assertEquals(unit.lastDay(), now.lastDay());
        }
        assertTrue(after.mergers().byUnit().isEmpty());
        assertEquals(java.util.Set.of("m"), after.mergers().annulled());
    }

    @Test
    void what_is_not_there_is_not_annulled_and_nothing_twice() {
        structure().given(province()).when(annul("nobody")).thenRefused("succession-unknown");
        var told = told("d", 1, dissolved("D1"));
        structure().given(and(province(), told)).when(annul("d")).then(new Annulled("d", FOUND_OUT, REASON, null));
        structure()
                .given(and(province(), told, new Annulled("d", FOUND_OUT, REASON, null)))
                .when(annul("d"))
                .thenNothing();
    }

    @Test
    void what_a_later_paper_builds_on_is_not_annulled_before_it() {
        var merged = told("m", 1, of(Type.MERGED, List.of("C1", "C2"), List.of("N1"), JULY));
        var mergedOn = told("n", 1, of(Type.MERGED, List.of("N1"), List.of("N2"), SEPTEMBER));
        structure().given(and(province(), merged, mergedOn)).when(annul("m")).thenRefused("annulment-built-on");
        structure()
                .given(and(province(), merged, mergedOn, new Annulled("n", FOUND_OUT, REASON, null)))
                .when(annul("m"))
                .then(new Annulled("m", FOUND_OUT, REASON, null));

        var movedUp = told("u", 1, moved("u", "D1", "TM2"));
        var movedUnder = told("w", 2, moved("w", "C3", "D1"));
        structure()
                .given(and(province(), described("TM2", null), movedUp, movedUnder))
                .when(annul("u"))
                .thenRefused("annulment-built-on");
    }

    @Test
    void another_unit_that_joins_the_same_successor_builds_on_nothing() {
        var first = told("m", 1, of(Type.MERGED, List.of("C1"), List.of("N1"), JULY));
        var other = told("n", 2, of(Type.MERGED, List.of("C2"), List.of("N1"), JULY));
        structure()
                .given(and(province(), first, other))
                .when(annul("m"))
                .then(new Annulled("m", FOUND_OUT, REASON, null));
    }

    @Test
    void an_annulment_makes_no_circle() {
        // D1 was moved away from TM2; then TM2, by its description, came under D1's commune.
        var moved = told("u", 1, moved("u", "D1", "TM"));
        structure()
                .given(
                        described("TM", null),
                        described("TM2", null),
                        described("D1", "TM2"),
                        moved,
                        new Described("TM2", new Profile("TM2", "OTHER", "D1", JULY, null)))
                .when(annul("u"))
                .thenRefused("annulment-circle");
    }

    @Test
    void a_unit_may_be_merged_into_its_own_child() {
        var merged = of(Type.MERGED, List.of("D1"), List.of("C1"), JULY);
        structure().given(province()).when(merged).then(told("s", 1, merged));
    }

    @Test
    void mergers_lead_to_who_stands_there_today() {
        var structure = folded(and(
                province(),
                told("m", 1, of(Type.MERGED, List.of("C1", "C2"), List.of("C2"), JULY)),
                told("n", 1, of(Type.MERGED, List.of("C2"), List.of("N1"), SEPTEMBER)),
                told("p", 2, of(Type.SPLIT, List.of("C3"), List.of("N2", "N3"), JULY)),
                told("d", 3, of(Type.DISSOLVED, List.of("C4"), List.of("TM"), JULY))));
        assertEquals(
                List.of("m C2 2025-07-01", "n N1 2025-09-01"),
                structure.mergers().after("C1").stream()
                        .map(one -> one.succession() + " " + one.to() + " " + one.effective())
                        .toList());
        assertEquals(List.of(), structure.mergers().after("C3"));
        assertEquals(List.of(), structure.mergers().after("C4"));
    }

    @Test
    void a_history_that_cannot_be_is_a_fault() {
        assertThrows(ImpossibleHistory.class, () -> folded(told("s", 1, dissolved("D1"))));
        assertThrows(ImpossibleHistory.class, () -> folded(new Annulled("s", FOUND_OUT, REASON, null)));
    }

    @Test
    void a_draft_leaves_the_structure_as_it_is() {
        var structure = folded(province());
        var draft = structure.draft();
        draft.apply(told("m", 1, of(Type.MERGED, List.of("C1"), List.of("N1"), JULY)));
        assertTrue(structure.mergers().byUnit().isEmpty());
        assertTrue(structure.succession("m").isEmpty());
        assertEquals(JULY.minusDays(1), draft.unit("C1").orElseThrow().lastDay());
        assertEquals(List.of(), structure.unit("C1").orElseThrow().successions());
    }

    private static StructureEvent[] province() {
        return new StructureEvent[] {
            described("TM", null),
            described("D1", "TM"),
            described("D2", "TM"),
            described("C1", "D1"),
            described("C2", "D1"),
            described("C3", "D2"),
            described("C4", "D2"),
            described("C5", "D2"),
            new Described("N1", new Profile("N1", "COMMUNE", "TM", JULY, null)),
            new Described("N2", new Profile("N2", "COMMUNE", "TM", JULY, null)),
            new Described("N3", new Profile("N3", "COMMUNE", "TM", JULY, null))
        };
    }

    private static StructureEvent[] and(StructureEvent[] before, StructureEvent... more) {
        var all = java.util.Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, all, before.length, more.length);
        return all;
    }

    private static List<String> faults(Reorganize command, StructureEvent... more) {
        return StructureDecider.decide(command, folded(and(province(), more)))
                        instanceof Decision.Refused<StructureEvent>(var why)
                ? why.faults().stream()
                        .map(fault -> fault.field() + " " + fault.reason().code())
                        .toList()
                : List.of();
    }

    private static Structure folded(StructureEvent... events) {
        var structure = new Structure();
        for (var event : events) {
            structure.apply(event);
        }
        return structure;
    }

    /** The structure changes in place; for these tests its state is what has happened. */
    private static Specification<StructureCommand, List<StructureEvent>, StructureEvent> structure() {
        return Specification.of(new Decider<>() {
            @Override
            public List<StructureEvent> initial() {
                return List.of();
            }

            @Override
            public Decision<StructureEvent> decide(StructureCommand command, List<StructureEvent> state) {
                return StructureDecider.decide(command, folded(state.toArray(StructureEvent[]::new)));
            }

            @Override
            public List<StructureEvent> evolve(List<StructureEvent> state, StructureEvent event) {
                var all = new ArrayList<>(state);
                all.add(event);
                folded(all.toArray(StructureEvent[]::new));
                return all;
            }
        });
    }

    private static Described described(String code, @Nullable String parent) {
        return new Described(code, new Profile("Đơn vị " + code, "OTHER", parent, null, null));
    }

    private static Describe describe(String code, @Nullable String parent) {
        return new Describe(code, described(code, parent).profile());
    }

    private static Describe lived(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Describe("TM", new Profile("Tỉnh Mẫu", "PROVINCE", null, from, to));
    }

    private static Annul annul(String succession) {
        return new Annul(succession, FOUND_OUT, REASON, null);
    }

    private static Reorganize dissolved(String unit) {
        return of(Type.DISSOLVED, List.of(unit), List.of(), JULY);
    }

    private static Reorganize moved(String id, String unit, String parent) {
        return new Reorganize(succession(id, Type.MOVED, List.of(unit), List.of(), JULY, null, parent), List.of());
    }

    private static Reorganize of(Type type, List<String> units, List<String> successors, LocalDate effective) {
        return new Reorganize(succession("s", type, units, successors, effective, null, null), List.of());
    }

    private static Reorganize named(Reorganize command, String id) {
        return new Reorganize(told(id, 0, command).succession(), command.inTheWay());
    }

    private static Reorganized told(String id, int sequence, Reorganize command) {
        var one = command.succession();
        return new Reorganized(new Succession(
                id,
                sequence,
                one.type(),
                one.units(),
                one.successors(),
                one.effective(),
                one.name(),
                one.parent(),
                one.kind(),
                one.decision(),
                one.basis(),
                one.paper()));
    }

    private static Succession succession(
            String id,
            Type type,
            List<String> units,
            List<String> successors,
            LocalDate effective,
            @Nullable String name,
            @Nullable String parent) {
        var decision = new Paper("1678/NQ-UBTVQH15", LocalDate.of(2025, 6, 16), "Ủy ban Thường vụ Quốc hội");
        return new Succession(id, 0, type, units, successors, effective, name, parent, decision, null, null);
    }
}
