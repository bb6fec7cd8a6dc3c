package vn.dvk.reporting.read.changes;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Filter.View;
import vn.dvk.reporting.counting.Moment;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

@RestController
class ChangesController {

    /** More differences than a person reads are a sign that another moment was meant. */
    private static final int MOST = 1_000;

    private final Counting counting;

    ChangesController(Counting counting) {
        this.counting = counting;
    }

    /**
     * One fact that counts otherwise than it did.
     *
     * @param change corrected: it counted then and counts now, under something else; gone: it no longer counts; come: it
     *               did not count then
     * @param fields what it is counted by now and was not then, by name: from and to; {@code assigned} where the view asks
     *               whom a split unit's model was given to
     * @param on     business date
     * @param known  when the change was recorded
     */
    record ChangesItem(
            String change,
            @Nullable String model,
            @Nullable String code,
            @Nullable String name,
            LocalDate on,
            Instant known,
            List<FieldChange> fields) {}

    record FieldChange(
            String field, @Nullable String from, @Nullable String to) {}

    /** @param complete false if there are more than are listed */
    record Changes(Instant since, List<ChangesItem> items, boolean complete) {}

    @GetMapping("/api/v1/changes")
    @Operation(
            summary = "What has changed in an answer",
            description =
                    "The facts by which the answer to the same question, asked with asKnown=since, differs from the"
                            + " answer of today (or of asKnown): corrections, and what was entered late. A table that was printed"
                            + " can be explained line by line.")
    Changes changes(Filter filter, @RequestParam(required = false) @Nullable String since) {
        var moment = Parameters.moment("since", since);
        if (moment == null) {
            throw new Refused(WebReason.MISSING_PARAMETER, "since");
        }
        var then = new Moment(moment);
        var gone = counting.difference(filter, then, Counting.Side.GONE, MOST + 1);
        var come = counting.difference(filter, then, Counting.Side.COME, MOST + 1);
        return new Changes(
                moment,
                items(gone, come, filter.organisation() != View.THEN),
                gone.size() <= MOST && come.size() <= MOST);
    }

    private static List<ChangesItem> items(List<Fact> gone, List<Fact> come, boolean assigned) {
        var now = new LinkedHashMap<String, Fact>();
        come.forEach(fact -> now.put(thing(fact), fact));
        var items = new ArrayList<ChangesItem>();
        for (var was : gone) {
            var is = now.remove(thing(was));
            var fields = is == null ? List.<FieldChange>of() : fields(was, is, assigned);
            if (is == null) {
                items.add(gone(was));
            } else if (!fields.isEmpty()) {
                items.add(item("corrected", is, is.knownFrom(), fields));
            }
        }
        now.values().forEach(is -> items.add(item("come", is, is.knownFrom(), List.of())));
        return items;
    }

    private static ChangesItem gone(Fact was) {
        var known = was.knownTo() == null ? was.untilKnown() : was.knownTo();
        return item("gone", was, Objects.requireNonNull(known), List.of());
    }

    /** The same thing before and after a correction, whose ids differ behind the {@code @}. */
    private static String thing(Fact fact) {
        var end = fact.id().indexOf('@');
        return end < 0 ? fact.id() : fact.id().substring(0, end);
    }

    private static ChangesItem item(String change, Fact fact, Instant known, List<FieldChange> fields) {
        return new ChangesItem(change, fact.get(Dimension.MODEL), fact.code(), fact.name(), fact.on(), known, fields);
    }

    /** @param assigned whether it matters whom a split unit's model was assigned to */
    private static List<FieldChange> fields(Fact was, Fact is, boolean assigned) {
        var fields = new ArrayList<FieldChange>();
        for (var dimension : Dimension.ASKED) {
            if (!Objects.equals(was.get(dimension), is.get(dimension))) {
                fields.add(new FieldChange(dimension.code(), was.get(dimension), is.get(dimension)));
            }
        }
        if (assigned && !Objects.equals(was.get(Dimension.HEIRS), is.get(Dimension.HEIRS))) {
            fields.add(new FieldChange("assigned", was.get(Dimension.HEIRS), is.get(Dimension.HEIRS)));
        }
        if (!Objects.equals(was.decision(), is.decision())) {
            fields.add(new FieldChange("decision", was.decision(), is.decision()));
        }
        if (!Objects.equals(was.name(), is.name())) {
            fields.add(new FieldChange("name", was.name(), is.name()));
        }
        return fields;
    }
}
