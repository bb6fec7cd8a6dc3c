package vn.dvk.reporting.read.summary;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.counting.Watermarks;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Term;
import vn.dvk.reporting.domain.organisation.Tree;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.read.Texts;
import vn.dvk.reporting.read.summary.SummaryTable.Column;
import vn.dvk.reporting.read.summary.SummaryTable.Identity;
import vn.dvk.service.web.Refused;

@RestController
class SummaryController {

    private static final Set<Measure> HAPPENED = Set.of(
            Measure.REGISTERED,
            Measure.RECOGNITIONS,
            Measure.REFUSED,
            Measure.WITHDRAWN,
            Measure.REPLICATED,
            Measure.AWARDED);

    private static final Set<Measure> STATES = Set.of(Measure.IN_PROGRESS, Measure.CLOSED);

    private static final List<Dimension> COLUMNS = List.of(
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
    private final MessageSource texts;
    private final Clock clock;
    private final Watermarks watermarks;

    SummaryController(Counting counting, Directory directory, MessageSource texts, Clock clock, Watermarks watermarks) {
        this.counting = counting;
        this.directory = directory;
        this.texts = texts;
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
        var run = directory
                .asKnown(Parameters.known("asKnown", asKnown).at())
                .programme(programme)
                .or(() -> directory.now().programme(programme))
                .orElseThrow(() -> Refused.notFound("programme", programme));
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
        var watermark = watermarks.of(filter.known());
        var asked = filter.get(Dimension.UNIT);
        var top = counting.tree(filter).place(asked == null ? programme.host() : asked);
        var day = counting.day(filter);
        var nodes = new Nodes(top);
        counting.placed(filter.with(Measure.REGISTERED), HAPPENED, COLUMNS).forEach(nodes::add);
        counting.placed(filter.with(Measure.IN_PROGRESS), STATES, List.of()).forEach(nodes::add);
        var fields = programme.fields().stream()
                .map(field -> new Column(field.code(), field.name()))
                .toList();
        var rows = new ArrayList<SummaryTable.Row>();
        var participation = counting.participation(filter).orElse(null);
        var tree = counting.tree(filter);
        nodes.forEach((node, depth) -> {
            var name = name(node.unit(), day, filter);
            if (participation == null) {
                rows.add(node.row(name, depth, null, null));
            } else {
                var should = node.isIn(tree) ? participation.targets().should(node.unit()) : List.<String>of();
                var registered = node.isIn(tree) ? participation.registered(node.unit()) : List.<String>of();
                rows.add(node.row(name, depth, should.size(), registered.size()));
            }
        });
        var levels = new HashSet<>(programme.levels());
        var forms = new HashSet<String>();
        var tracks = new HashSet<String>();
        rows.forEach(row -> {
            levels.addAll(row.recognized().keySet());
            row.awards().forEach(awards -> {
                addIfGiven(forms, awards.form());
                addIfGiven(tracks, awards.track());
            });
        });
        return new SummaryTable(
                programme.code(),
                programme.name(),
                top,
                programme.cutOff(),
                day,
                filter.asKnown() == null ? clock.instant() : filter.asKnown(),
                filter.organisation().name().toLowerCase(Locale.ROOT),
                fields,
                columns(Term.LEVEL, levels, filter),
                columns(Term.AWARD_FORM, forms, filter),
                columns(Term.TRACK, tracks, filter),
                rows,
                identities(filter, nodes, fields),
                watermark);
    }

    private static void addIfGiven(Set<String> codes, @Nullable String code) {
        if (code != null) {
            codes.add(code);
        }
    }

    /** By name in the order of the vocabulary; what nobody has heard of comes last, by its code. */
    private List<Column> columns(String vocabulary, Set<String> codes, Filter filter) {
        var terms = directory.asKnown(filter.asKnown());
        var known = terms.codes(vocabulary);
        var vietnamese = Texts.of(texts).vietnamese();
        return Stream.concat(
                        known.stream().filter(codes::contains),
                        codes.stream().filter(code -> !known.contains(code)).sorted())
                .map(code -> new Column(code, terms.termName(vocabulary, code, vietnamese)))
                .toList();
    }

    private String name(String unit, LocalDate day, Filter filter) {
        return unit.equals(Tree.UNATTRIBUTABLE)
                ? Texts.of(texts).get("organisation.unattributable")
                : directory.asKnown(filter.asKnown()).unitName(unit, day);
    }

    /** The totals are counted once more, on their own, so that a fact without a column would show. */
    private List<Identity> identities(Filter filter, Nodes nodes, List<Column> fields) {
        var again = new Nodes(nodes.top());
        counting.placed(filter.with(Measure.REGISTERED), Set.of(Measure.REGISTERED), List.of())
                .forEach(again::add);
        var codes = fields.stream().map(Column::code).toList();
        var identities = new ArrayList<Identity>();
        nodes.forEach((node, _) -> {
            identities.add(Identity.of("subjects", node.unit(), node.total(), node.ofSubjects()));
            identities.add(Identity.of("fields", node.unit(), node.total(), node.ofFields(codes)));
            identities.add(Identity.of("states", node.unit(), node.total(), node.ofStates()));
            identities.add(Identity.of("subtotals", node.unit(), node.total(), again.own(node) + node.below()));
        });
        return identities;
    }
}
