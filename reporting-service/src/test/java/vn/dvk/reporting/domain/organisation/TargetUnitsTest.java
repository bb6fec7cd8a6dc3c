package vn.dvk.reporting.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.domain.organisation.Targets.Exemption;
import vn.dvk.reporting.domain.organisation.Unit.Name;
import vn.dvk.reporting.domain.organisation.Unit.Parent;
import vn.dvk.reporting.domain.organisation.Unit.Succession;

class TargetUnitsTest {

    private static final LocalDate START = LocalDate.parse("2025-01-01");
    private static final LocalDate BEFORE = LocalDate.parse("2025-06-30");
    private static final LocalDate REFORM = LocalDate.parse("2025-07-01");
    private static final LocalDate END = LocalDate.parse("2025-12-31");

    private static final Targets COMMUNES = rule("COMMUNE", "TM");

    /** Two districts dissolved, two communes merged, one split, two left as they are. */
    private final DirectorySnapshot directory = directory(List.of(
            unit("TM", "PROVINCE", null, null),
            unit("D1", "DISTRICT", "TM", null, dissolved("D1")),
            unit("D2", "DISTRICT", "TM", null, dissolved("D2")),
            unit("C1", "COMMUNE", "D1", null, merged()),
            unit("C2", "COMMUNE", "D1", null, merged()),
            unit("C3", "COMMUNE", "D2", null, split()),
            unit("C4", "COMMUNE", "D2", null),
            unit("C5", "COMMUNE", "D2", null),
            unit("N1", "COMMUNE", "TM", REFORM, merged()),
            unit("N2", "COMMUNE", "TM", REFORM, split()),
            unit("N3", "COMMUNE", "TM", REFORM, split()),
            unit("S1", "PROVINCIAL_AGENCY", "TM", null)));

    @Test
    void aRuleMeansTheUnitsOfItsKindThatAreThereThatDay() {
        assertThat(then(COMMUNES, BEFORE).should(null)).containsExactly("C1", "C2", "C3", "C4", "C5");
        assertThat(then(COMMUNES, REFORM).should(null)).containsExactly("C4", "C5", "N1", "N2", "N3");
        assertThat(as(COMMUNES, BEFORE, BEFORE).should(null)).containsExactly("C1", "C2", "C3", "C4", "C5");
        assertThat(as(COMMUNES, END, END).should(null)).containsExactly("C4", "C5", "N1", "N2", "N3");
        assertThat(as(COMMUNES, BEFORE, END).should(null))
                .as("asked about June in today's organisation")
                .containsExactly("C4", "C5", "N1", "N2", "N3");
    }

    @Test
    void ofAUnitThoseBelowIt() {
        var june = then(COMMUNES, BEFORE);
        assertThat(june.should("D1")).containsExactly("C1", "C2");
        assertThat(june.should("D2")).containsExactly("C3", "C4", "C5");
        assertThat(june.should("C3")).containsExactly("C3");
        assertThat(june.should("S1")).isEmpty();
        var december = as(COMMUNES, END, END);
        assertThat(december.should("C1")).as("it stands for its successor").containsExactly("N1");
        assertThat(december.should("D1")).as("the province is in its place").hasSize(5);
    }

    @Test
    void fourOfFiveInJuneAndInDecember() {
        var june = new Participation(then(COMMUNES, BEFORE), new HashSet<>(List.of("C1", "C2", "C3", "C4", "S1")));
        assertThat(june.missing(null)).containsExactly("C5");
        assertThat(june.registered("D1")).hasSize(2);
        assertThat(june.missing("D1")).isEmpty();
        assertThat(june.registered("D2")).hasSize(2);
        assertThat(june.targets().should("D2")).hasSize(3);
        assertThat(june.rate(null)).isEqualByComparingTo("80");
        assertThat(june.rate("D2")).isEqualByComparingTo(new BigDecimal("66.7"));
        assertThat(june.rate("S1")).as("nobody should there").isNull();

        var december = new Participation(as(COMMUNES, END, END), new HashSet<>(List.of("N1", "N2", "N3", "C4", "S1")));
        assertThat(december.registered(null)).containsExactly("C4", "N1", "N2", "N3");
        assertThat(december.missing(null)).containsExactly("C5");
    }

    @Test
    void beforeTheProgrammeNobodyShould() {
        assertThat(then(COMMUNES, START).should(null)).hasSize(5);
        assertThat(then(COMMUNES, START.minusDays(1)).should(null)).isEmpty();
    }

    @Test
    void theDutyOfANamedUnitGoesOverToItsSuccessors() {
        assertThat(then(named("C1", "C3", "S1"), BEFORE).should(null)).containsExactly("C1", "C3", "S1");
        assertThat(then(named("C1", "C3", "S1"), END).should(null)).containsExactly("N1", "N2", "N3", "S1");
        assertThat(as(named("C1", "C2"), END, END).should(null))
                .as("two that became one are one")
                .containsExactly("N1");
        assertThat(as(named("D1", "N1"), END, END).should(null))
                .as("a dissolved district does not oblige the province")
                .containsExactly("N1");
        assertThat(then(named("N1", "NOBODY"), BEFORE).should(null))
                .as("not there yet, or never")
                .isEmpty();
    }

    @Test
    void aRuleOfAUnitThatHasEndedMeansThoseItHad() {
        var ofDistrict = rule("COMMUNE", "D1");
        assertThat(then(ofDistrict, BEFORE).should(null)).containsExactly("C1", "C2");
        assertThat(as(ofDistrict, END, END).should(null)).containsExactly("N1");
        assertThat(as(rule("COMMUNE", "D2"), END, END).should(null)).containsExactly("C4", "C5", "N2", "N3");
    }

    @Test
    void anExemptionHoldsForItsDaysAndItsUnit() {
        var targets = new Targets(
                null,
                "COMMUNE",
                "TM",
                List.of(
                        new Exemption("C5", START, LocalDate.parse("2025-03-31"), "Thiên tai"),
                        new Exemption("C1", START, null, "Sáp nhập"),
                        new Exemption("S1", START, null, "Không thuộc diện")));
        var march = then(targets, LocalDate.parse("2025-03-31"));
        assertThat(march.should(null)).containsExactly("C2", "C3", "C4");
        assertThat(march.exempt(null)).extracting(Exemption::unit).containsExactly("C5", "C1");
        assertThat(march.exempt("D1")).extracting(Exemption::reason).containsExactly("Sáp nhập");
        assertThat(then(targets, LocalDate.parse("2025-04-01")).should(null)).containsExactly("C2", "C3", "C4", "C5");
        assertThat(as(targets, END, END).should(null))
                .as("a merger with one that was exempt is not exempt")
                .contains("N1");
    }

    @Test
    void withoutTargetsNobodyShould() {
        assertThat(then(null, BEFORE).should(null)).isEmpty();
    }

    /** Random trees and papers: what is there and what is missing make up what should be, at every unit, in every view. */
    @RepeatedTest(30)
    void registeredAndMissingMakeUpThoseWhoShould(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var units = new ArrayList<Unit>();
        units.add(unit("TM", "PROVINCE", null, null));
        for (var i = 1; i < 12; i++) {
            units.add(unit("D" + i, "DISTRICT", "TM", null));
        }
        for (var i = 0; i < 30; i++) {
            var parent = units.get(random.nextInt(12)).code();
            var code = "C" + i;
            var paper = START.plusDays(random.nextInt(300));
            switch (random.nextInt(3)) {
                case 0 -> {
                    var parts = List.of(code + "-A", code + "-B");
                    var split = new Succession("SPLIT", List.of(code), parts, paper);
                    units.add(unit(code, "COMMUNE", parent, null, split));
                    parts.forEach(part -> units.add(unit(part, "COMMUNE", parent, paper, split)));
                }
                case 1 -> {
                    var merged = new Succession("MERGED", List.of(code, code + "-O"), List.of(code + "-N"), paper);
                    units.add(unit(code, "COMMUNE", parent, null, merged));
                    units.add(unit(code + "-O", "COMMUNE", parent, null, merged));
                    units.add(unit(code + "-N", "COMMUNE", parent, paper, merged));
                }
                default -> units.add(unit(code, random.nextBoolean() ? "COMMUNE" : "SCHOOL", parent, null));
            }
        }
        var snapshot = directory(units);
        var exempt = units.stream()
                .filter(_ -> random.nextInt(8) == 0)
                .map(unit -> new Exemption(unit.code(), START.plusDays(random.nextInt(200)), null, "Lý do"))
                .toList();
        var codes =
                units.stream().map(Unit::code).filter(_ -> random.nextBoolean()).toList();
        var registering = new HashSet<>(
                units.stream().map(Unit::code).filter(_ -> random.nextBoolean()).toList());
        for (var targets :
                List.of(new Targets(null, "COMMUNE", "TM", exempt), new Targets(codes, null, null, exempt))) {
            for (var day = START; day.isBefore(END); day = day.plusDays(45)) {
                for (var asked : List.of(
                        units(snapshot, targets, day, day, snapshot.then(day)),
                        units(snapshot, targets, day, day, snapshot.as(day)),
                        units(snapshot, targets, day, END, snapshot.as(END)))) {
                    var participation = new Participation(asked, registering);
                    for (var unit : units) {
                        var code = unit.code();
                        assertThat(Stream.concat(
                                        participation.registered(code).stream(), participation.missing(code).stream()))
                                .containsExactlyInAnyOrderElementsOf(asked.should(code));
                        assertThat(asked.exempt(code))
                                .noneMatch(one -> asked.should(code).contains(one.unit()));
                    }
                    assertThat(asked.should("TM")).isEqualTo(asked.should(null));
                }
                var then = units(snapshot, targets, day, day, snapshot.then(day));
                var date = day;
                var below = units.stream()
                        .filter(unit -> "TM".equals(unit.parent(date)))
                        .mapToInt(unit -> then.should(unit.code()).size())
                        .sum();
                assertThat(below + (then.should(null).contains("TM") ? 1 : 0))
                        .as("subtotals add up")
                        .isEqualTo(then.should("TM").size());
                assertThat(then.should(null))
                        .allMatch(code -> snapshot.unit(code).orElseThrow().isAlive(date));
            }
        }
    }

    private TargetUnits then(@Nullable Targets targets, LocalDate day) {
        return units(directory, targets, day, day, directory.then(day));
    }

    private TargetUnits as(Targets targets, LocalDate day, LocalDate organised) {
        return units(directory, targets, day, organised, directory.as(organised));
    }

    private static TargetUnits units(
            DirectorySnapshot directory, @Nullable Targets targets, LocalDate day, LocalDate organised, Tree tree) {
        var programme = new Programme(
                "P", "P", "TM", START, END, END, List.of(), List.of(), List.of(), List.of(), List.of(), null, null,
                targets);
        return new TargetUnits(programme, directory, day, organised, tree);
    }

    private static DirectorySnapshot directory(List<Unit> units) {
        return new DirectorySnapshot(units, List.of(), List.of());
    }

    private static Targets rule(String kind, String under) {
        return new Targets(null, kind, under, List.of());
    }

    private static Targets named(String... codes) {
        return new Targets(Arrays.asList(codes), null, null, List.of());
    }

    private static Succession dissolved(String district) {
        return new Succession("DISSOLVED", List.of(district), List.of("TM"), REFORM);
    }

    private static Succession merged() {
        return new Succession("MERGED", List.of("C1", "C2"), List.of("N1"), REFORM);
    }

    private static Succession split() {
        return new Succession("SPLIT", List.of("C3"), List.of("N2", "N3"), REFORM);
    }

    private static Unit unit(
            String code, String kind, @Nullable String parent, @Nullable LocalDate from, Succession... successions) {
        return new Unit(
                code,
                List.of(new Name("Đơn vị " + code, null, null)),
                kind,
                parent == null ? List.of() : List.of(new Parent(parent, from, null)),
                from,
                null,
                List.of(successions));
    }
}
