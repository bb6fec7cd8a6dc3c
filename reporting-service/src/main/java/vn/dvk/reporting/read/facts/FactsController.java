package vn.dvk.reporting.read.facts;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.FactQueries.Place;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Moment;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.counting.Watermarks;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.read.Cursor;

@RestController
class FactsController {

    private final Counting counting;
    private final Directory directory;
    private final Watermarks watermarks;

    FactsController(Counting counting, Directory directory, Watermarks watermarks) {
        this.counting = counting;
        this.directory = directory;
        this.watermarks = watermarks;
    }

    /**
     * @param model absent for an award for the movement
     * @param on    business date
     * @param known when the log had it
     * @param until the first day on which it is no longer so
     * @param wrong when it was found never to have been so; only if the past is asked, and not by a watermark, whose answer
     *              must not know what came later
     */
    record FactsItem(
            String id,
            String measure,
            @Nullable String model,
            @Nullable String code,
            @Nullable String name,
            @Nullable String unit,
            String unitName,
            @Nullable String programme,
            @Nullable String field,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String level,
            @Nullable String form,
            @Nullable String track,
            @Nullable String category,
            @Nullable String issuer,
            @Nullable String grade,
            @Nullable String origin,
            @Nullable String target,
            @Nullable String step,
            @Nullable String outcome,
            @Nullable String lacks,
            @Nullable String decision,
            @Nullable String place,
            @Nullable LocalDate due,
            LocalDate on,
            @Nullable LocalDate until,
            Instant known,
            @Nullable Instant wrong) {}

    /**
     * @param total         how many there are; null of awards of several tracks, which are never added up
     * @param installations whose facts are among them
     * @param watermark     place in the log; asked as known by it, the same question always has the same answer
     */
    record Items(
            List<FactsItem> items,
            @Nullable String next,
            @Nullable Long total,
            List<String> installations,
            @Nullable String watermark) {}

    @GetMapping("/api/v1/facts")
    @Operation(
            summary = "Which ones",
            description = "The facts behind a number of /api/v1/counts, by the same filter, ordered by business date.")
    Items facts(
            Filter filter,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Cursor.limit(limit);
        var watermark = watermarks.of(filter.known());
        var found = counting.facts(filter, place(cursor), most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? after(shown.getLast()) : null;
        return new Items(
                shown.stream().map(fact -> item(fact, filter.known())).toList(),
                next,
                counting.size(filter),
                counting.installations(filter),
                watermark);
    }

    private static @Nullable Place place(@Nullable String cursor) {
        var read = Cursor.read(cursor, 2);
        if (read == null) {
            return null;
        }
        var on = Parameters.date("cursor", read.parts().getFirst());
        return on == null ? null : new Place(on, read.parts().getLast());
    }

    private static String after(Fact last) {
        return new Cursor(List.of(last.on().toString(), last.id())).toString();
    }

    private FactsItem item(Fact fact, Moment known) {
        var mark = known.watermark();
        var ended =
                mark == null || fact.untilKnown() != null && !fact.untilKnown().isAfter(mark.at());
        var unit = fact.get(Dimension.UNIT);
        return new FactsItem(
                fact.id(),
                fact.measure().code(),
                fact.get(Dimension.MODEL),
                fact.code(),
                fact.name(),
                unit,
                unit == null ? "" : directory.asKnown(known.at()).unitName(unit, fact.on()),
                fact.get(Dimension.PROGRAMME),
                fact.get(Dimension.FIELD),
                fact.get(Dimension.KIND),
                fact.get(Dimension.SUBJECT),
                fact.get(Dimension.LEVEL),
                fact.get(Dimension.FORM),
                fact.get(Dimension.TRACK),
                fact.get(Dimension.CATEGORY),
                fact.get(Dimension.ISSUER),
                fact.get(Dimension.GRADE),
                fact.get(Dimension.ORIGIN),
                fact.get(Dimension.TARGET),
                fact.get(Dimension.STEP),
                fact.get(Dimension.OUTCOME),
                fact.get(Dimension.LACKS),
                fact.decision(),
                fact.place(),
                fact.due(),
                fact.on(),
                ended ? fact.until() : null,
                fact.knownFrom(),
                mark == null ? fact.knownTo() : null);
    }
}
