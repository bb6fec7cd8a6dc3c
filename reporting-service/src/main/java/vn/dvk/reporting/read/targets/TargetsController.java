package vn.dvk.reporting.read.targets;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.counting.Watermarks;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.organisation.Tree;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.read.Cursor;
import vn.dvk.service.web.Refused;

@RestController
class TargetsController {

    private final Counting counting;
    private final Directory directory;
    private final Clock clock;
    private final Watermarks watermarks;

    TargetsController(Counting counting, Directory directory, Clock clock, Watermarks watermarks) {
        this.counting = counting;
        this.directory = directory;
        this.clock = clock;
        this.watermarks = watermarks;
    }

    /**
     * @param countedFor the unit of the view that the one asked about stands for, where it has ended
     * @param should     how many; null if nobody has said who should
     * @param registered how many of them have
     * @param rate       in percent; null also where nobody should
     * @param claimed    the number of units that somebody has typed in the programme, against those that should; null if
     *                   nobody has, and of a part of the programme
     * @param missing    by code, a page of them
     * @param exempt     all of them, at most 500
     * @param next       where the missing go on
     */
    record TargetsAnswer(
            String programme,
            @Nullable String unit,
            @Nullable String countedFor,
            LocalDate asOf,
            Instant asKnown,
            String organisation,
            @Nullable Integer should,
            @Nullable Integer registered,
            @Nullable BigDecimal rate,
            @Nullable Claimed claimed,
            List<Missing> missing,
            List<Exempt> exempt,
            @Nullable String next,
            @Nullable String watermark) {}

    /**
     * @param verdict    as of a reconciliation: match, mismatch, or not-checkable where nobody has said who should
     * @param difference units − should
     */
    record Claimed(int units, String verdict, @Nullable Integer difference) {

        static Claimed of(int units, @Nullable Integer should) {
            return should == null
                    ? new Claimed(units, "not-checkable", null)
                    : new Claimed(units, units == should ? "match" : "mismatch", units - should);
        }
    }

    record Missing(String unit, String name) {}

    /** @param to last day of the exemption; null: it still holds */
    record Exempt(
            String unit,
            String name,
            String reason,
            LocalDate from,
            @Nullable LocalDate to) {}

    @GetMapping("/api/v1/targets")
    @Operation(
            summary = "Đơn vị phải đăng ký: who should register, how many have, and by name who has not",
            description = "At or below the given unit, else in the whole programme. asOf is by default the programme's"
                    + " cut-off. should = registered + missing. A number that was only typed in the programme gives no rate:"
                    + " claimed checks it against those that should. Units, targets and exemptions are as known at"
                    + " asKnown, like the registrations.")
    TargetsAnswer targets(
            @RequestParam String programme,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String asKnown,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(defaultValue = "500") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var given = new LinkedHashMap<String, String>();
        given.put("programme", programme);
        putIfGiven(given, "unit", unit);
        putIfGiven(given, "asOf", asOf);
        putIfGiven(given, "asKnown", asKnown);
        putIfGiven(given, "organisation", organisation);
        return answer(Parameters.read(given), Cursor.limit(limit), Cursor.read(cursor, 1));
    }

    private static void putIfGiven(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    private TargetsAnswer answer(Filter filter, int limit, @Nullable Cursor after) {
        var watermark = watermarks.of(filter.known());
        var unit = filter.get(Dimension.UNIT);
        if (unit != null && !unit.equals(Tree.UNATTRIBUTABLE)) {
            directory.now().unit(unit).orElseThrow(() -> Refused.notFound("unit", unit));
        }
        var found = counting.participation(filter).orElse(null);
        var all = found == null ? List.<String>of() : found.missing(unit);
        var rest = all.stream()
                .filter(one -> after == null || one.compareTo(after.parts().getFirst()) > 0)
                .toList();
        var page = rest.subList(0, Math.min(limit, rest.size()));
        var day = counting.organised(filter);
        var should = found == null ? null : found.targets().should(unit).size();
        return new TargetsAnswer(
                String.valueOf(filter.get(Dimension.PROGRAMME)),
                unit,
                counting.standsFor(filter),
                counting.day(filter),
                filter.asKnown() == null ? clock.instant() : filter.asKnown(),
                filter.organisation().name().toLowerCase(Locale.ROOT),
                should,
                found == null ? null : found.registered(unit).size(),
                found == null ? null : found.rate(unit),
                claimed(filter, should),
                page.stream()
                        .map(one -> new Missing(one, name(one, day, filter)))
                        .toList(),
                found == null
                        ? List.of()
                        : found.targets().exempt(unit).stream()
                                .map(one -> new Exempt(
                                        one.unit(), name(one.unit(), day, filter), one.reason(), one.from(), one.to()))
                                .toList(),
                page.size() < rest.size() ? new Cursor(List.of(page.getLast())).toString() : null,
                watermark);
    }

    private @Nullable Claimed claimed(Filter filter, @Nullable Integer should) {
        var programme = Objects.requireNonNull(counting.programme(filter), "a parameter of the question");
        var unit = filter.get(Dimension.UNIT);
        return programme.expectedUnits() == null || unit != null && !unit.equals(programme.host())
                ? null
                : Claimed.of(programme.expectedUnits(), should);
    }

    private String name(String unit, LocalDate day, Filter filter) {
        return directory.asKnown(filter.asKnown()).unitName(unit, day);
    }
}
