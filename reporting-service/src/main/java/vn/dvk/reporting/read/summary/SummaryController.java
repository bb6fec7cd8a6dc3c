package vn.dvk.reporting.read.summary;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.FactQueries.Group;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.counting.Watermarks;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Tree;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.read.summary.SummaryTable.Column;
import vn.dvk.reporting.read.summary.SummaryTable.Identity;
import vn.dvk.service.web.Refused;

@RestController
class SummaryController {

    private static final Set<Measure> MEASURES = Set.of(
            Measure.REGISTERED,
            Measure.RECOGNITIONS,
            Measure.REFUSED,
            Measure.WITHDRAWN,
            Measure.REPLICATED,
            Measure.AWARDED);

    private static final Set<Measure> STATES = Set.of(Measure.IN_PROGRESS, Measure.CLOSED);

    private static final List<Dimension> COLUMNS = List.of(
            Dimension.UNIT,
            Dimension.SUBJECT,
            Dimension.FIELD,
            Dimension.ORIGIN,
            Dimension.LEVEL,
            Dimension.FORM,
            Dimension.TRACK,
            Dimension.CATEGORY,
            Dimension.ISSUER);

    private final Counting counting;
    private final Directory directory;
    private final Clock clock;
    private final Watermarks watermarks;

    SummaryController(Counting counting, Directory directory, Clock clock, Watermarks watermarks) {
        this.counting = counting;
        this.directory = directory;
        this.clock = clock;
        this.watermarks = watermarks;
    }

    @GetMapping("/api/v1/summary")
    @Operation(
            summary = "Biểu tổng hợp",
            description =
                    "Units as a tree with subtotals under the given unit, by default the programme's host. asOf is"
                            + " by default the programme's cut-off. Every node's identities are checked and listed.")
    SummaryTable summary(
            @RequestParam String programme,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String asKnown,
            @RequestParam(required = false) @Nullable String organisation) {
        var run = directory.now().programme(programme).orElseThrow(() -> Refused.notFound("programme", programme));
        var given = new LinkedHashMap<String, String>();
        given.put("programme", programme);
        given.put("asOf", asOf == null ? run.cutOff().toString() : asOf);
        putIfGiven(given, "asKnown", asKnown);
        putIfGiven(given, "organisation", organisation);
        putIfGiven(given, "unit", unit);
        return table(run, Parameters.read(given));
    }

    private static void putIfGiven(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    private SummaryTable table(Programme programme, Filter filter) {
        var watermark = watermarks.now();
        var tree = counting.tree(filter);
        var asked = filter.get(Dimension.UNIT);
        var top = tree.place(asked == null ? programme.host() : asked);
        var day = counting.day(filter);
        var nodes = new HashMap<String, Node>();
        var children = new HashMap<String, Set<String>>();
        nodes.put(top, new Node(top));
        for (var group : counting.groups(filter.with(Measure.REGISTERED), MEASURES, COLUMNS, false)) {
            add(group, tree, top, nodes, children);
        }
        for (var group : counting.groups(filter.with(Measure.IN_PROGRESS), STATES, List.of(Dimension.UNIT), false)) {
            add(group, tree, top, nodes, children);
        }
        var fields = programme.fields().stream()
                .map(field -> new Column(field.code(), field.name()))
                .toList();
        var rows = new ArrayList<SummaryTable.Row>();
        write(top, null, 0, nodes, children, programme, day, rows);
        return new SummaryTable(
                programme.code(),
                programme.name(),
                top,
                programme.cutOff(),
                day,
                filter.asKnown() == null ? clock.instant() : filter.asKnown(),
                filter.organisation().name().toLowerCase(java.util.Locale.ROOT),
                fields,
                rows,
                identities(filter, tree, top, nodes, children, fields),
                watermark);
    }

    /** A unit outside the top unit's subtree is shown directly below it: left out, the total would be wrong. */
    private static void add(
            Group group, Tree tree, String top, Map<String, Node> nodes, Map<String, Set<String>> children) {
        var place = tree.place(Objects.requireNonNull(group.key().get(Dimension.UNIT)));
        var path = tree.path(place);
        var upToTop = path.contains(top) ? path.subList(0, path.indexOf(top) + 1) : List.of(place, top);
        for (var i = 0; i < upToTop.size(); i++) {
            nodes.computeIfAbsent(upToTop.get(i), Node::new).add(group, place);
            if (i + 1 < upToTop.size()) {
                children.computeIfAbsent(upToTop.get(i + 1), _ -> new TreeSet<>())
                        .add(upToTop.get(i));
            }
        }
    }

    private void write(
            String unit,
            @Nullable String parent,
            int depth,
            Map<String, Node> nodes,
            Map<String, Set<String>> children,
            Programme programme,
            LocalDate day,
            List<SummaryTable.Row> rows) {
        var expected = unit.equals(programme.host()) ? programme.expectedUnits() : null;
        rows.add(Objects.requireNonNull(nodes.get(unit))
                .row(directory.now().unitName(unit, day), parent, depth, expected));
        children.getOrDefault(unit, Set.of())
                .forEach(child -> write(child, unit, depth + 1, nodes, children, programme, day, rows));
    }

    /** The totals are counted once more, on their own, so that a fact without a column would show. */
    private List<Identity> identities(
            Filter filter,
            Tree tree,
            String top,
            Map<String, Node> nodes,
            Map<String, Set<String>> children,
            List<Column> fields) {
        var own = new HashMap<String, Long>();
        counting.count(filter.with(Measure.REGISTERED), List.of(Dimension.UNIT))
                .parts()
                .forEach(part -> own.merge(
                        tree.place(Objects.requireNonNull(part.key().get(Dimension.UNIT))), part.count(), Long::sum));
        var codes = fields.stream().map(Column::code).toList();
        var identities = new ArrayList<Identity>();
        for (var unit : new TreeSet<>(nodes.keySet())) {
            var node = Objects.requireNonNull(nodes.get(unit));
            identities.add(Identity.of("subjects", unit, node.total(), node.ofSubjects()));
            identities.add(Identity.of("fields", unit, node.total(), node.ofFields(codes)));
            identities.add(Identity.of("states", unit, node.total(), node.ofStates()));
            var parts = own.getOrDefault(unit, 0L)
                    + children.getOrDefault(unit, Set.of()).stream()
                            .mapToLong(child ->
                                    Objects.requireNonNull(nodes.get(child)).total())
                            .sum();
            identities.add(Identity.of("subtotals", unit, node.total(), parts));
        }
        return identities;
    }
}
