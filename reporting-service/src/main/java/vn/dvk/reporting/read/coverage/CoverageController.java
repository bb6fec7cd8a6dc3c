package vn.dvk.reporting.read.coverage;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Moment;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.organisation.Unit;
import vn.dvk.reporting.projection.CardDocuments;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.service.web.Refused;

/** Độ phủ nhân rộng của một mô hình, từ số liệu báo cáo. */
@RestController
class CoverageController {

    /** More than a country has communes. */
    private static final int ALL = 100_000;

    private final Counting counting;
    private final Generations generations;
    private final Directory directory;

    CoverageController(Counting counting, Generations generations, Directory directory) {
        this.counting = counting;
        this.generations = generations;
        this.directory = directory;
    }

    @GetMapping("/api/v1/models/{model}/coverage")
    @Operation(
            summary = "How far a model has spread by a day",
            description =
                    "under: the unit whose subtree is to be covered, as on the day; kind: of the units that count,"
                            + " COMMUNE unless given; on: today unless given. What a merged unit applied counts for its successor"
                            + " from the merger on.")
    Coverage coverage(
            @PathVariable String model,
            @RequestParam String under,
            @RequestParam(defaultValue = "COMMUNE") String kind,
            @RequestParam(required = false) @Nullable LocalDate on) {
        var card =
                generations.reading().cards().find(new Document("_id", model)).first();
        if (card == null || CardDocuments.summary(card) == null) {
            throw Refused.notFound("card", model);
        }
        var known = directory.now();
        known.unit(under).orElseThrow(() -> Refused.notFound("unit", under));
        var day = on == null ? directory.today() : on;
        var tree = known.as(day);
        var alive = known.units().stream()
                .filter(unit -> unit.existsOn(day))
                .collect(Collectors.toMap(Unit::code, Unit::kind));
        return Coverage.of(
                facts(Measure.APPLYING, model, day),
                facts(Measure.REPLICATED, model, day).stream()
                        .filter(fact -> fact.until() == null || fact.until().isAfter(day))
                        .toList(),
                SourceUnit.on(day, CardDocuments.history(card)),
                eligible(under, kind, day, known.units()),
                tree::successorOf,
                alive::containsKey,
                day);
    }

    private List<Fact> facts(Measure measure, String model, LocalDate day) {
        var where = new EnumMap<Dimension, String>(Dimension.class);
        where.put(Dimension.MODEL, model);
        return counting.facts(new Filter(measure, where, day, null, Moment.NOW, Filter.View.THEN), null, ALL);
    }

    /** Units of the kind, alive on the day, below the top by way of units that are alive too. */
    static Set<String> eligible(String top, String kind, LocalDate day, List<Unit> units) {
        var alive = units.stream()
                .filter(unit -> unit.existsOn(day))
                .collect(Collectors.toMap(Unit::code, Function.identity()));
        return alive.values().stream()
                .filter(unit -> unit.kind().equals(kind) && isUnder(unit.code(), top, day, alive))
                .map(Unit::code)
                .collect(Collectors.toSet());
    }

    private static boolean isUnder(String code, String top, LocalDate day, Map<String, Unit> alive) {
        var seen = new HashSet<String>();
        @Nullable String at = code;
        while (at != null && seen.add(at)) {
            if (at.equals(top)) {
                return true;
            }
            at = alive.get(at) instanceof Unit unit ? unit.superiorOn(day) : null;
        }
        return false;
    }
}
