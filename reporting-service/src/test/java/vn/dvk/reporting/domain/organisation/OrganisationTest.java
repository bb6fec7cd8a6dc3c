package vn.dvk.reporting.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.domain.organisation.Unit.Name;
import vn.dvk.reporting.domain.organisation.Unit.Parent;
import vn.dvk.reporting.domain.organisation.Unit.Succession;

class OrganisationTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-01");
    private static final LocalDate THEN = LocalDate.parse("2024-06-30");

    /** Kiên Giang: the bloc ended, then the province became part of An Giang. */
    private final Organisation organisation = new Organisation(List.of(
            unit("AG", null),
            unit("KG", null, new Succession("MERGED", List.of("KG"), List.of("AG"), LocalDate.parse("2025-07-01"))),
            unit(
                    "KG-K",
                    "KG",
                    new Succession("DISSOLVED", List.of("KG-K"), List.of("KG"), LocalDate.parse("2025-03-01"))),
            unit("KG-K-01", "KG-K"),
            unit("S", "KG", new Succession("SPLIT", List.of("S"), List.of("S1", "S2"), LocalDate.parse("2025-01-01"))),
            unit("S1", "KG"),
            unit("S2", "KG")));

    @Test
    void asThenAUnitBelongsWhereItBelongedThatDay() {
        var then = organisation.then(THEN);

        assertThat(then.under("KG")).containsExactlyInAnyOrder("KG", "KG-K", "KG-K-01", "S", "S1", "S2");
        assertThat(then.under("AG")).containsExactly("AG");
        assertThat(then.path("KG-K-01")).containsExactly("KG-K-01", "KG-K", "KG");
    }

    @Test
    void asNowWhatEndedUnitsDidCountsForTheirSuccessors() {
        var now = organisation.as(TODAY);

        assertThat(now.place("KG-K")).isEqualTo("AG");
        assertThat(now.under("AG")).containsExactlyInAnyOrder("AG", "KG", "KG-K", "KG-K-01", "S", "S1", "S2");
        assertThat(now.placesUnder("AG")).contains(now.place("S"));
        assertThat(now.under("KG-K"))
                .as("asked for a unit that has ended: its successor")
                .contains("AG");
        assertThat(now.path("KG-K-01")).containsExactly("KG-K-01", "AG");
    }

    @Test
    void aSuccessionOfTomorrowDoesNotCountYet() {
        assertThat(organisation.as(LocalDate.parse("2025-03-15")).place("KG-K")).isEqualTo("KG");
    }

    @Test
    void whatASplitUnitDidCountsForTheOneItsModelIsAssignedTo() {
        var split = organisation.as(LocalDate.parse("2025-02-01"));

        assertThat(split.place("S", List.of("S2"))).isEqualTo("S2");
        assertThat(split.place("S")).matches(Tree::isUnattributable);
        assertThat(split.path("S")).as("and in every total above").endsWith("KG");
        assertThat(split.split()).containsExactly("S");
    }

    @Test
    void whatWasSplitAndThenMergedAgainIsAttributable() {
        var effective = LocalDate.parse("2025-07-01");
        var again = new Organisation(List.of(
                unit(
                        "A",
                        null,
                        new Succession("SPLIT", List.of("A"), List.of("B", "C"), LocalDate.parse("2024-01-01"))),
                unit("B", null, new Succession("MERGED", List.of("B", "C"), List.of("D"), effective)),
                unit("C", null, new Succession("MERGED", List.of("B", "C"), List.of("D"), effective)),
                unit("D", null)));

        assertThat(again.as(TODAY).place("A")).isEqualTo("D");
        assertThat(again.as(TODAY).split()).isEmpty();
    }

    @Test
    void aUnitThatItsParentWasMergedIntoKeepsTheParentsSuperior() {
        var merged = new Organisation(List.of(
                unit("P", "TOP", new Succession("MERGED", List.of("P"), List.of("C"), LocalDate.parse("2025-01-01"))),
                unit("C", "P"),
                unit("TOP", null)));

        assertThat(merged.as(TODAY).path("C")).containsExactly("C", "TOP");
        assertThat(merged.as(TODAY).path("P")).containsExactly("C", "TOP");
    }

    @Test
    void aMovedUnitHasTheParentOfTheDay() {
        var moved = new Unit(
                "M",
                List.of(new Name("M", null, null)),
                "COMMUNE",
                List.of(
                        new Parent("A", null, LocalDate.parse("2024-12-31")),
                        new Parent("B", LocalDate.parse("2025-01-01"), LocalDate.parse("2025-06-30"))),
                null,
                LocalDate.parse("2025-06-30"),
                List.of());

        assertThat(moved.parent(THEN)).isEqualTo("A");
        assertThat(moved.parent(LocalDate.parse("2025-02-01"))).isEqualTo("B");
        assertThat(moved.parent(TODAY))
                .as("after its end it stays where it was")
                .isEqualTo("B");
    }

    private static Unit unit(String code, @Nullable String parent, Succession... successions) {
        return new Unit(
                code,
                List.of(new Name("Đơn vị " + code, null, null)),
                "OTHER",
                parent == null ? List.of() : List.of(new Parent(parent, null, null)),
                null,
                null,
                List.of(successions));
    }
}
