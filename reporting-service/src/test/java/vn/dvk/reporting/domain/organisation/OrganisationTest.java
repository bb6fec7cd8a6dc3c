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
        var now = organisation.now(TODAY);

        assertThat(now.place("KG-K")).isEqualTo("AG");
        assertThat(now.under("AG")).containsExactlyInAnyOrder("AG", "KG", "KG-K", "KG-K-01", "S", "S1", "S2");
        assertThat(now.under("KG-K"))
                .as("asked for a unit that has ended: its successor")
                .contains("AG");
        assertThat(now.path("KG-K-01")).containsExactly("KG-K-01", "AG");
    }

    @Test
    void aSuccessionOfTomorrowDoesNotCountYet() {
        assertThat(organisation.now(LocalDate.parse("2025-03-15")).place("KG-K"))
                .isEqualTo("KG");
    }

    @Test
    void whatASplitUnitDidCountsWhereItsPartsMeet() {
        assertThat(organisation.now(LocalDate.parse("2025-02-01")).place("S")).isEqualTo("KG");
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
