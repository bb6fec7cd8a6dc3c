package vn.dvk.reporting.read.changes;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Filter.View;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.counting.Watermarks;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

@RestController
class ChangesController {

    /** More differences than a person reads are a sign that another moment was meant. */
    private static final int MOST = 1_000;

    private final Counting counting;
    private final Watermarks watermarks;

    ChangesController(Counting counting, Watermarks watermarks) {
        this.counting = counting;
        this.watermarks = watermarks;
    }

    /**
     * One fact that counts otherwise than it did.
     *
     * @param change corrected: it counted then and counts now, under something else; gone: it no longer counts; come: it
     *               did not count then; moved: the same counts at another unit of the view, because somebody assigned it
     *               after a split, or a paper about units was told late
     * @param fields what it is counted by now and was not then, by name: from and to; {@code counted}: the units of the
     *               view at which it counted and counts
     * @param on     business date
     * @param known  when the log had what changed it; absent where papers about units did, of the fact itself
     */
    record ChangesItem(
            String change,
            @Nullable String model,
            @Nullable String code,
            @Nullable String name,
            LocalDate on,
            @Nullable Instant known,
            List<FieldChange> fields) {}

    record FieldChange(
            String field, @Nullable String from, @Nullable String to) {}

    /** @param complete false if there are more than are listed */
    record Changes(
            Instant since,
            String organisation,
            List<ChangesItem> items,
            boolean complete,
            @Nullable String watermark) {}

    @GetMapping("/api/v1/changes")
    @Operation(
            summary = "What has changed in an answer",
            description =
                    "The facts by which the answer to the same question in the same view, asked with asKnown=since, differs"
                            + " from the answer of today (or of asKnown): corrections, what was entered late, and in which"
                            + " place of the view they count since papers about units came late. since takes a watermark, as"
                            + " asKnown does. A table that was printed can be explained line by line.")
    Changes changes(Filter filter, @RequestParam(required = false) @Nullable String since) {
        var then = Parameters.known("since", since);
        var moment = then.at();
        if (moment == null) {
            throw new Refused(WebReason.MISSING_PARAMETER, "since");
        }
        var watermark = watermarks.of(filter.known());
        var difference = counting.difference(filter, then, MOST);
        var items = items(difference, filter, filter.as(then));
        return new Changes(
                moment,
                filter.organisation().name().toLowerCase(Locale.ROOT),
                items.subList(0, Math.min(MOST, items.size())),
                difference.complete() && items.size() <= MOST,
                watermark);
    }

    private List<ChangesItem> items(Counting.Difference difference, Filter filter, Filter before) {
        var now = new LinkedHashMap<String, Fact>();
        difference.come().forEach(fact -> now.put(thing(fact), fact));
        var items = new ArrayList<ChangesItem>();
        for (var was : difference.gone()) {
            var is = now.remove(thing(was));
            if (is == null) {
                items.add(gone(was));
                continue;
            }
            var fields = fields(was, is);
            var places = places(was, before, is, filter);
            if (!fields.isEmpty() || !places.isEmpty()) {
                var all = Stream.concat(fields.stream(), places.stream()).toList();
                items.add(item(fields.isEmpty() ? "moved" : "corrected", is, is.knownFrom(), all));
            }
        }
        now.values().forEach(is -> items.add(item("come", is, is.knownFrom(), List.of())));
        difference.moved().forEach(it -> items.add(item("moved", it, null, places(it, before, it, filter))));
        return items;
    }

    private static ChangesItem gone(Fact was) {
        var known = was.knownTo() == null ? was.untilKnown() : was.knownTo();
        return item("gone", was, known, List.of());
    }

    /** The same thing before and after a correction, whose ids differ behind the {@code @}. */
    private static String thing(Fact fact) {
        var end = fact.id().indexOf('@');
        return end < 0 ? fact.id() : fact.id().substring(0, end);
    }

    private static ChangesItem item(String change, Fact fact, @Nullable Instant known, List<FieldChange> fields) {
        return new ChangesItem(change, fact.get(Dimension.MODEL), fact.code(), fact.name(), fact.on(), known, fields);
    }

    private static List<FieldChange> fields(Fact was, Fact is) {
        var fields = new ArrayList<FieldChange>();
        for (var dimension : Dimension.ASKED) {
            if (!Objects.equals(was.get(dimension), is.get(dimension))) {
                fields.add(new FieldChange(dimension.code(), was.get(dimension), is.get(dimension)));
            }
        }
        if (!Objects.equals(was.decision(), is.decision())) {
            fields.add(new FieldChange("decision", was.decision(), is.decision()));
        }
        if (!Objects.equals(was.name(), is.name())) {
            fields.add(new FieldChange("name", was.name(), is.name()));
        }
        return fields;
    }

    /** As then a fact counts at its own unit, which is a dimension like the others. */
    private List<FieldChange> places(Fact was, Filter before, Fact is, Filter filter) {
        if (filter.organisation() == View.THEN || was.get(Dimension.UNIT) == null || is.get(Dimension.UNIT) == null) {
            return List.of();
        }
        var from = counting.placeIn(before, was);
        var to = counting.placeIn(filter, is);
        return from.equals(to) ? List.of() : List.of(new FieldChange("counted", from, to));
    }
}
