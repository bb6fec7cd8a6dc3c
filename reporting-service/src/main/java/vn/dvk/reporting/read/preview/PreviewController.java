package vn.dvk.reporting.read.preview;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.Counting.Placed;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Moment;
import vn.dvk.reporting.counting.Watermarks;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.organisation.DirectorySnapshot;
import vn.dvk.reporting.domain.organisation.Tree;
import vn.dvk.reporting.domain.organisation.Unit;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Refused;

@RestController
class PreviewController {

    /** As many as are named of a unit; how many there are is said in any case. */
    private static final int NAMED = 100;

    private static final Set<Measure> STATES = Set.of(Measure.IN_PROGRESS, Measure.APPLYING.facts(), Measure.HELD);

    private final Counting counting;
    private final Directory directory;
    private final Watermarks watermarks;

    PreviewController(Counting counting, Directory directory, Watermarks watermarks) {
        this.counting = counting;
        this.directory = directory;
        this.watermarks = watermarks;
    }

    /**
     * @param asOf  the day whose organisation and figures are compared: the effective day, or today if that has passed
     * @param units what the paper touches at each of its units
     * @param totals at those units, the successors, and everybody above, before and after
     */
    record Preview(
            LocalDate effective,
            LocalDate asOf,
            List<Touched> units,
            List<Totals> totals,
            @Nullable String watermark) {}

    /**
     * @param children      units directly below it
     * @param openDossiers  how many models in progress it leads
     * @param going         what becomes of them
     * @param models        those models, a hundred at most
     * @param applied       replications that run at the unit
     * @param applying      replications of its own models that run elsewhere
     * @param holds         models of the unit about which nothing is decided
     */
    record Touched(
            String unit,
            String name,
            List<Named> children,
            long openDossiers,
            Proposed.Going going,
            List<Model> models,
            long applied,
            long applying,
            long holds) {}

    record Named(String unit, String name) {}

    record Model(
            @Nullable String model,
            @Nullable String code,
            @Nullable String name) {}

    /** @param unit {@code unattributable} for what somebody has to assign first */
    record Totals(String unit, String name, Total before, Total after) {}

    record Total(long registered, long inProgress) {}

    /** Computes and stores nothing, so it needs no idempotency key, and whoever may read may ask. */
    @PostMapping("/api/v1/previews")
    @Allowed(roles = "'OFFICER', 'REVIEWER', 'COUNCIL', 'AUTHORITY', 'VIEWER', 'ADMINISTRATOR'")
    @Operation(
            summary = "Xem trước việc sắp xếp: what a paper about units would touch",
            description =
                    "Children, open dossiers, running replications and holds of its units, and the totals before and"
                            + " after. Takes the body of registration's POST /api/v1/successions, or of POST /api/v1/papers with several"
                            + " acts; registration alone says whether it would be accepted (dryRun=true). Stores nothing; needs no Idempotency-Key.")
    Preview preview(@Valid @RequestBody Proposed paper) {
        var watermark = watermarks.of(Moment.NOW);
        var now = directory.now();
        paper.refuseHalf();
        paper.named().forEach(code -> now.unit(code).orElseThrow(() -> Refused.notFound("unit", code)));
        var today = directory.today();
        var day = paper.effective().isAfter(today) ? paper.effective() : today;
        var before = now.as(day);
        var after = now.asIfSigned(paper.toActs(), day);
        return new Preview(
                paper.effective(),
                day,
                touched(paper, now, before, day),
                totals(paper, now, before, after, day),
                watermark);
    }

    private List<Touched> touched(Proposed paper, DirectorySnapshot now, Tree before, LocalDate day) {
        var states = counting.placedIn(before, on(Measure.IN_PROGRESS, day), STATES, List.of(Dimension.TARGET));
        return paper.touched().stream()
                .map(unit -> new Touched(
                        unit,
                        now.unitName(unit, day),
                        children(unit, now, day),
                        sum(states, Measure.IN_PROGRESS, isAt(unit)),
                        paper.going(unit),
                        models(unit, before, day),
                        sum(states, Measure.APPLYING.facts(), one -> unit.equals(target(one, before))),
                        sum(states, Measure.APPLYING.facts(), isAt(unit)),
                        sum(states, Measure.HELD, isAt(unit))))
                .toList();
    }

    private static List<Named> children(String unit, DirectorySnapshot now, LocalDate day) {
        return now.units().stream()
                .filter(one -> unit.equals(one.parent(day)) && one.isAlive(day))
                .map(Unit::code)
                .map(code -> new Named(code, now.unitName(code, day)))
                .toList();
    }

    private static @Nullable String target(Placed one, Tree tree) {
        var target = one.group().key().get(Dimension.TARGET);
        return target == null ? null : tree.place(target);
    }

    private static Predicate<Placed> isAt(String unit) {
        return one -> one.path().getFirst().equals(unit);
    }

    private static long sum(List<Placed> states, Measure measure, Predicate<Placed> which) {
        return states.stream()
                .filter(one -> one.group().measure() == measure)
                .filter(which)
                .mapToLong(one -> one.group().count())
                .sum();
    }

    /** Of its own; those of the units below it stay with them. */
    private List<Model> models(String unit, Tree before, LocalDate day) {
        var filter = on(Measure.IN_PROGRESS, day).with(Dimension.UNIT, unit);
        return counting.facts(filter, null, 10 * NAMED).stream()
                .filter(fact -> Counting.placeOf(fact, before).equals(unit))
                .limit(NAMED)
                .map(PreviewController::model)
                .toList();
    }

    private static Model model(Fact fact) {
        return new Model(fact.get(Dimension.MODEL), fact.code(), fact.name());
    }

    private List<Totals> totals(Proposed paper, DirectorySnapshot now, Tree before, Tree after, LocalDate day) {
        var places = new LinkedHashSet<String>();
        paper.named().forEach(unit -> {
            places.addAll(before.path(unit));
            places.addAll(after.path(unit));
        });
        var was = counted(before, day);
        var is = counted(after, day);
        var totals = new ArrayList<Totals>();
        for (var place : places) {
            totals.add(new Totals(
                    Tree.shown(place),
                    Tree.isUnattributable(place) ? Tree.UNATTRIBUTABLE : now.unitName(place, day),
                    was.at(place),
                    is.at(place)));
        }
        return totals;
    }

    private Counted counted(Tree tree, LocalDate day) {
        return new Counted(
                counting.placedIn(tree, on(Measure.REGISTERED, day), Set.of(Measure.REGISTERED), List.of()),
                counting.placedIn(tree, on(Measure.IN_PROGRESS, day), Set.of(Measure.IN_PROGRESS), List.of()));
    }

    private record Counted(List<Placed> registered, List<Placed> inProgress) {

        Total at(String place) {
            return new Total(sum(registered, place), sum(inProgress, place));
        }

        private static long sum(List<Placed> groups, String place) {
            return groups.stream()
                    .filter(one -> one.path().contains(place))
                    .mapToLong(one -> one.group().count())
                    .sum();
        }
    }

    private static Filter on(Measure measure, LocalDate day) {
        return new Filter(measure, java.util.Map.of(), day, null, Moment.NOW, Filter.View.CUTOFF);
    }
}
