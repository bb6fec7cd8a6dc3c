package vn.dvk.registration.domain.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.registration.domain.unit.Profile;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.domain.unit.Unit;

class TargetCheckTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    /** C2 was moved out of the province. */
    private final Map<String, Unit> units = Arrays.stream(new Unit[] {
                unit("TM", "PROVINCE", null),
                unit("D1", "DISTRICT", "TM"),
                unit("C1", "COMMUNE", "D1"),
                unit("C2", "COMMUNE", "D1", moved("C2", "HT")),
                unit("S1", "PROVINCIAL_AGENCY", "TM"),
                unit("HT", "PROVINCE", null),
                unit("H1", "COMMUNE", "HT")
            })
            .collect(Collectors.toMap(Unit::code, unit -> unit));

    private final TargetCheck check = new TargetCheck(
            code -> Optional.ofNullable(units.get(code)),
            Vocabulary.of("unit-kind", "PROVINCE", "COMMUNE", "PROVINCIAL_AGENCY"));

    @Test
    void units_and_a_rule_that_are_there_can_be_laid_down() {
        assertEquals(List.of(), faults(named("C1", "S1")));
        assertEquals(List.of(), faults(rule("COMMUNE", "TM", exempt("C1"))));
    }

    @Test
    void it_is_the_one_or_the_other_and_a_rule_is_complete() {
        assertEquals(List.of("units targets-named-or-rule"), faults(new Targets(null, null, null, List.of())));
        assertEquals(List.of("under targets-named-or-rule"), faults(rule("COMMUNE", null)));
        assertEquals(List.of("units targets-named-or-rule"), faults(rule(null, "TM")));
        assertEquals(List.of("units targets-named-or-rule"), faults(new Targets(List.of("C1"), null, "TM", List.of())));
    }

    @Test
    void who_and_what_is_named_is_there_and_once() {
        assertEquals(List.of("units[1] target-unknown", "units[2] code-twice"), faults(named("C1", "C9", "C1")));
        assertEquals(List.of("kind term-unknown", "under target-unknown"), faults(rule("PARISH", "NOBODY")));
    }

    @Test
    void only_who_is_meant_can_be_exempt() {
        assertEquals(
                List.of("exemptions[1].unit exempt-no-target", "exemptions[2].unit target-unknown"),
                faults(new Targets(List.of("C1"), null, null, List.of(exempt("C1"), exempt("C2"), exempt("C9")))));
        assertEquals(
                List.of("exemptions[0].unit exempt-no-target", "exemptions[1].unit exempt-no-target"),
                faults(rule("COMMUNE", "TM", exempt("S1"), exempt("H1"))));
    }

    @Test
    void a_unit_that_was_meant_for_a_time_can_be_exempt() {
        assertEquals(List.of(), faults(rule("COMMUNE", "TM", exempt("C2"))));
        assertEquals(List.of(), faults(rule("COMMUNE", "HT", exempt("C2"))));
    }

    @Test
    void an_exemption_does_not_end_before_it_begins() {
        assertEquals(
                List.of("exemptions[0].to period-reversed"),
                faults(rule("COMMUNE", "TM", new Targets.Exemption("C1", DAY, DAY.minusDays(1), "Sáp nhập"))));
        assertEquals(List.of(), faults(rule("COMMUNE", "TM", new Targets.Exemption("C1", DAY, DAY, "Sáp nhập"))));
    }

    private List<String> faults(Targets targets) {
        return check.faults(targets).stream()
                .map(fault -> fault.field() + " " + fault.reason().code())
                .toList();
    }

    private static Targets named(String... units) {
        return new Targets(List.of(units), null, null, List.of());
    }

    private static Targets rule(@Nullable String kind, @Nullable String under, Targets.Exemption... exemptions) {
        return new Targets(null, kind, under, List.of(exemptions));
    }

    private static Targets.Exemption exempt(String unit) {
        return new Targets.Exemption(unit, DAY, null, "Khắc phục hậu quả thiên tai");
    }

    private static Succession moved(String unit, String parent) {
        return new Succession(
                "m",
                1,
                Succession.Type.MOVED,
                List.of(unit),
                List.of(),
                DAY.plusMonths(6),
                null,
                parent,
                null,
                null,
                null);
    }

    private static Unit unit(String code, String kind, @Nullable String parent, Succession... successions) {
        return new Unit(code, new Profile("Đơn vị " + code, kind, parent, null, null), List.of(successions), 1);
    }
}
