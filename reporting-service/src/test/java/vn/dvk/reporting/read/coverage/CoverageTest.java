package vn.dvk.reporting.read.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Facts;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.domain.organisation.DirectorySnapshot;
import vn.dvk.reporting.domain.organisation.Unit;
import vn.dvk.reporting.events.EventReader;
import vn.dvk.reporting.running.Model;

/** The awards service's three numbers, from facts. The same table is in that service's tests. */
class CoverageTest {

    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final EventHistory HISTORY = history();

    @ParameterizedTest
    @CsvFileSource(resources = "/coverage-examples.csv", numLinesToSkip = 6)
    void the_answer_is_the_one_that_awards_gives_too(
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
        var known = new DirectorySnapshot(units(), List.of(), List.of());
        var alive = known.units().stream()
                .filter(unit -> unit.existsOn(on))
                .map(Unit::code)
                .collect(Collectors.toSet());
        assertThat(Coverage.of(
                        valid(Measure.REPLICATION_STARTED, on),
                        valid(Measure.REPLICATED, on),
                        SourceUnit.on(on, HISTORY),
                        CoverageController.eligible(under, kind, on, known.units()),
                        known.as(on)::successorOf,
                        alive::contains,
                        on))
                .isEqualTo(
                        new Coverage(on, sources, places, applying, source, covered, confirmed, eligible, rate, ended));
    }

    private static List<Fact> valid(Measure measure, LocalDate day) {
        return Facts.of(HISTORY).stream()
                .filter(fact -> fact.measure() == measure && fact.knownTo() == null)
                .filter(fact -> !fact.on().isAfter(day)
                        && (fact.until() == null || fact.until().isAfter(day)))
                .toList();
    }

    private static EventHistory history() {
        var model = new Model("KB-2015-2020", Instant.parse("2026-01-01T00:00:00Z"))
                .with("unit", "HNA-KB")
                .registered("2019-11-01")
                .replication("replication-started", "p13", "KB-13", "2019-11-01")
                .replication("model-replicated", "p13", "KB-13", "2020-11-06")
                .replication("replication-started", "p14", "KB-14", "2020-01-01")
                .replication("replication-stopped", "p14", "KB-14", "2025-08-01")
                .replication("replication-started", "p15", "KB-15", "2020-01-01")
                .replication("model-replicated", "p15", "KB-15", "2020-06-01")
                .replication("replication-stopped", "p15", "KB-15", "2020-11-06")
                .replication("replication-started", "p15", "KB-15", "2021-03-01")
                .replication("replication-started", "pBL", "BL-1", "2024-01-01")
                .replication("replication-started", "pWords", null, "2020-01-01");
        return EventHistory.of(model.incoming().stream().map(EventReader::read).toList());
    }

    private static List<Unit> units() {
        var last = MERGER.minusDays(1);
        var merger = new Unit.Succession("MERGED", List.of("KB-13", "KB-14"), List.of("KB-M"), MERGER);
        var units = new ArrayList<Unit>();
        units.add(unit("HNA", "PROVINCE", Stream.of(), null, null));
        units.add(unit("HNA-KB", "DISTRICT", Stream.of(below("HNA", null, null)), null, last));
        units.add(unit("KB-13", "COMMUNE", Stream.of(below("HNA-KB", null, null)), null, last, merger));
        units.add(unit("KB-14", "COMMUNE", Stream.of(below("HNA-KB", null, null)), null, last, merger));
        units.add(unit(
                "KB-15", "COMMUNE", Stream.of(below("HNA-KB", null, last), below("HNA", MERGER, null)), null, null));
        units.add(unit("BL-1", "COMMUNE", Stream.of(below("HNA", null, null)), null, null));
        units.add(unit("KB-M", "COMMUNE", Stream.of(below("HNA", null, null)), MERGER, null, merger));
        return units;
    }

    private static Unit.Parent below(String unit, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Unit.Parent(unit, from, to);
    }

    private static Unit unit(
            String code,
            String kind,
            Stream<Unit.Parent> parents,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Unit.Succession... successions) {
        return new Unit(
                code, List.of(new Unit.Name(code, null, null)), kind, parents.toList(), from, to, List.of(successions));
    }
}
