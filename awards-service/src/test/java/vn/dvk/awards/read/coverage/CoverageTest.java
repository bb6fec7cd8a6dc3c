package vn.dvk.awards.read.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierDecider;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.DossierFixture;
import vn.dvk.awards.domain.dossier.Merger;
import vn.dvk.awards.events.consumed.Unit;
import vn.dvk.awards.read.coverage.Coverage.ReplicationDates;

/** Kim Bảng: a district with communes, until districts end and communes are merged. */
class CoverageTest {

    private static final LocalDate PILOT = LocalDate.of(2019, 11, 1);
    private static final LocalDate SUMMED_UP = LocalDate.of(2020, 11, 6);
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);

    @Test
    void the_base_is_the_units_of_the_kind_below_the_top_on_the_day() {
        var organisation = new Organisation(units(), SUMMED_UP);
        assertThat(organisation.under("HNA-KB", "COMMUNE")).containsExactlyInAnyOrder("KB-13", "KB-14", "KB-15");
        assertThat(organisation.under("HNA", "COMMUNE")).containsExactlyInAnyOrder("KB-13", "KB-14", "KB-15", "BL-1");
        assertThat(organisation.under("HNA", "DISTRICT")).containsExactly("HNA-KB");
    }

    @Test
    void on_another_day_the_same_top_has_other_units_below_it() {
        var organisation = new Organisation(units(), MERGER);
        assertThat(organisation.under("HNA-KB", "COMMUNE")).isEmpty();
        assertThat(organisation.under("HNA", "COMMUNE")).containsExactlyInAnyOrder("KB-15", "BL-1", "KB-M");
    }

    @Test
    void superiors_in_a_circle_do_not_hang_the_question() {
        var one = unit("A", "COMMUNE", "B", null, null);
        var other = unit("B", "COMMUNE", "A", null, null);
        assertThat(new Organisation(Stream.of(one, other), PILOT).under("TOP", "COMMUNE"))
                .isEmpty();
    }

    @Test
    void units_applying_are_counted_once_and_confirmed_ones_among_them() {
        var replications = List.of(
                new ReplicationDates("KB-13", PILOT, SUMMED_UP, null),
                new ReplicationDates("KB-13", PILOT, null, null),
                new ReplicationDates("KB-14", PILOT, null, null),
                new ReplicationDates("BL-1", PILOT, null, null));
        assertThat(coverage(replications, "HNA-KB", SUMMED_UP))
                .isEqualTo(new Coverage(SUMMED_UP, 1, 3, 2, 0, 2, 1, 3, new BigDecimal("0.6667"), 0));
    }

    @Test
    void what_has_not_begun_or_is_over_on_the_day_does_not_count() {
        var replications = List.of(
                new ReplicationDates("KB-13", null, null, null),
                new ReplicationDates("KB-14", SUMMED_UP.plusDays(1), null, null),
                new ReplicationDates("KB-15", PILOT, SUMMED_UP.minusDays(30), SUMMED_UP));
        assertThat(coverage(replications, "HNA-KB", SUMMED_UP))
                .isEqualTo(new Coverage(SUMMED_UP, 0, 0, 0, 0, 0, 0, 3, new BigDecimal("0.0000"), 0));
        assertThat(coverage(replications, "HNA-KB", SUMMED_UP.minusDays(1)).confirmed())
                .isEqualTo(1);
    }

    @Test
    void units_that_are_gone_are_said_and_not_counted() {
        var replications = List.of(
                new ReplicationDates("KB-13", PILOT, SUMMED_UP, null),
                new ReplicationDates("KB-15", PILOT, null, null));
        var coverage = coverage(replications, "HNA", MERGER);
        assertThat(coverage.applying()).isEqualTo(1);
        assertThat(coverage.eligible()).isEqualTo(3);
        assertThat(coverage.ended()).isEqualTo(1);
    }

    @Test
    void what_a_merged_unit_applied_its_successor_applies() {
        assertThat(new Organisation(units(), MERGER).place("KB-13")).isEqualTo("KB-M");
        assertThat(new Organisation(units(), SUMMED_UP).place("KB-13")).isEqualTo("KB-13");
    }

    @Test
    void without_a_base_there_is_no_rate() {
        assertThat(coverage(List.of(), "HNA-KB", MERGER).rate()).isNull();
    }

    @Test
    void the_sources_own_unit_is_covered_once_and_counted_apart() {
        var replications = List.of(
                new ReplicationDates("KB-14", PILOT, null, null), new ReplicationDates(null, PILOT, null, null));
        var organisation = new Organisation(units(), SUMMED_UP);
        var eligible = organisation.under("HNA-KB", "COMMUNE");
        var coverage = Coverage.of(replications, "KB-13", eligible, organisation::isAlive, SUMMED_UP);
        assertThat(coverage).isEqualTo(new Coverage(SUMMED_UP, 1, 1, 1, 1, 2, 0, 3, new BigDecimal("0.6667"), 0));
        assertThat(Coverage.of(replications, "KB-14", eligible, organisation::isAlive, SUMMED_UP)
                        .covered())
                .isEqualTo(1);
    }

    @Test
    void the_source_was_where_it_was_on_the_day() {
        var opened = new DossierEvent.Opened(DossierFixture.entry(), PILOT);
        var moved = amended("KB-M", MERGER, null);
        var gone = new DossierEvent.Withdrawn(DossierFixture.entryAt("KB-M"), MERGER.plusYears(1));
        var history = List.<DossierEvent>of(opened, DossierFixture.passed(), moved, gone);
        assertThat(sourceOn(PILOT.minusDays(1), history)).isNull();
        assertThat(sourceOn(SUMMED_UP, history)).isEqualTo("HNA-KB");
        assertThat(sourceOn(MERGER, history)).isEqualTo("KB-M");
        assertThat(sourceOn(MERGER.plusYears(1), history)).isNull();
    }

    @Test
    void a_source_that_followed_its_unit_is_where_it_was_before_once_the_merger_is_annulled() {
        var opened = new DossierEvent.Opened(DossierFixture.entry(), PILOT);
        var went = amended("KB-M", MERGER, new Merger("m", false));
        var renamed = amended("KB-M", MERGER.plusDays(5), null);
        var undone = amended("HNA-KB", MERGER, new Merger("m", true));
        assertThat(sourceOn(MERGER.plusDays(9), List.of(opened, went, renamed))).isEqualTo("KB-M");
        assertThat(sourceOn(MERGER.plusDays(9), List.of(opened, went, renamed, undone)))
                .isEqualTo("HNA-KB");

        var handed = amended("BL-1", MERGER.plusDays(20), null);
        var withoutIt = List.<DossierEvent>of(opened, went, handed, amended("BL-1", MERGER, new Merger("m", true)));
        assertThat(sourceOn(MERGER.plusDays(9), withoutIt)).isEqualTo("HNA-KB");
        assertThat(sourceOn(MERGER.plusDays(20), withoutIt)).isEqualTo("BL-1");
    }

    @Test
    void a_source_that_was_accepted_after_its_unit_was_merged_is_nowhere_before() {
        var opened = new DossierEvent.Opened(DossierFixture.entry(), MERGER.plusDays(9));
        var went = amended("KB-M", MERGER, new Merger("m", false));
        assertThat(sourceOn(MERGER.plusDays(8), List.of(opened, went))).isNull();
        assertThat(sourceOn(MERGER.plusDays(9), List.of(opened, went))).isEqualTo("KB-M");
    }

    private static @Nullable String sourceOn(LocalDate day, List<DossierEvent> history) {
        var decider = new DossierDecider();
        var state = decider.initial();
        for (var event : history) {
            state = decider.evolve(state, event);
        }
        return ((Dossier.Known) state).stays().unitOn(day);
    }

    private static DossierEvent amended(String unit, LocalDate on, @Nullable Merger merger) {
        return new DossierEvent.Amended(DossierFixture.entryAt(unit), on, merger);
    }

    /** The same table is in the reporting service's tests. */
    @ParameterizedTest
    @CsvFileSource(resources = "/coverage-examples.csv", numLinesToSkip = 6)
    void the_answer_is_the_one_that_reporting_gives_too(
            String under,
            String kind,
            LocalDate on,
            int sources,
            int places,
            int applying,
            int source,
            int covered,
            int confirmed,
            int eligible,
            @Nullable BigDecimal rate,
            int ended) {
        var organisation = new Organisation(units(), on);
        var replications = Stream.of(
                        new ReplicationDates("KB-13", PILOT, SUMMED_UP, null),
                        new ReplicationDates("KB-14", LocalDate.of(2020, 1, 1), null, LocalDate.of(2025, 8, 1)),
                        new ReplicationDates("KB-15", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 6, 1), SUMMED_UP),
                        new ReplicationDates("KB-15", LocalDate.of(2021, 3, 1), null, null),
                        new ReplicationDates("BL-1", LocalDate.of(2024, 1, 1), null, null),
                        new ReplicationDates(null, LocalDate.of(2020, 1, 1), null, null))
                .map(one -> new ReplicationDates(
                        one.unit() == null ? null : organisation.place(one.unit()),
                        one.startedOn(),
                        one.confirmedOn(),
                        one.stoppedOn()))
                .toList();
        assertThat(Coverage.of(
                        replications,
                        on.isBefore(PILOT) ? null : organisation.place("HNA-KB"),
                        organisation.under(under, kind),
                        organisation::isAlive,
                        on))
                .isEqualTo(
                        new Coverage(on, sources, places, applying, source, covered, confirmed, eligible, rate, ended));
    }

    private static Coverage coverage(List<ReplicationDates> replications, String under, LocalDate day) {
        var organisation = new Organisation(units(), day);
        Set<String> eligible = organisation.under(under, "COMMUNE");
        return Coverage.of(replications, null, eligible, organisation::isAlive, day);
    }

    private static Stream<Unit> units() {
        var last = MERGER.minusDays(1);
        var units = new ArrayList<Unit>();
        units.add(unit("HNA", "PROVINCE", null, null, null));
        units.add(unit("HNA-KB", "DISTRICT", "HNA", null, last));
        units.add(unit("KB-13", "COMMUNE", "HNA-KB", null, last));
        units.add(unit("KB-14", "COMMUNE", "HNA-KB", null, last));
        units.add(new Unit(
                "KB-15",
                List.of(new Unit.Name("Xã Khả Phong", null, null)),
                "COMMUNE",
                List.of(new Unit.Parent("HNA-KB", null, last), new Unit.Parent("HNA", MERGER, null)),
                null,
                null,
                List.of()));
        units.add(unit("BL-1", "COMMUNE", "HNA", null, null));
        units.add(unit("KB-M", "COMMUNE", "HNA", MERGER, null));
        return units.stream();
    }

    private static Unit unit(
            String code, String kind, @Nullable String parent, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Unit(
                code,
                List.of(new Unit.Name(code, null, null)),
                kind,
                parent == null ? List.of() : List.of(new Unit.Parent(parent, null, null)),
                from,
                to,
                to == null || !kind.equals("COMMUNE")
                        ? List.of()
                        : List.of(new Unit.Succession(List.of("KB-13", "KB-14"), List.of("KB-M"), MERGER)));
    }
}
