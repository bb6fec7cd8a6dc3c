package vn.dvk.reporting.read.preview;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
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
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.organisation.DirectorySnapshot;
import vn.dvk.reporting.domain.organisation.Tree;
import vn.dvk.reporting.domain.organisation.Unit;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.reporting.projection.WiderHoldDocuments;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Refused;

@RestController
class PreviewController {

    /** As many as are named of a unit; how many there are is said in any case. */
    private static final int NAMED = 100;

    private static final Set<Measure> STANDING =
            Set.of(Measure.IN_PROGRESS, Measure.CLOSED, Measure.IN_FORCE.facts(), Measure.HELD);

    private final Counting counting;
    private final Directory directory;
    private final Generations generations;
    private final Watermarks watermarks;

    PreviewController(Counting counting, Directory directory, Generations generations, Watermarks watermarks) {
        this.counting = counting;
        this.generations = generations;
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
     * @param openDossiers  how many models it leads that are in progress, or through and recognized and neither stopped nor
     *                      ended by a yearly review
     * @param going         what becomes of them
     * @param models        those models, a hundred at most
     * @param applied       replications that run at the unit
     * @param applying      replications of models it leads that run elsewhere
     * @param holds         on whom nothing is decided
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
            Holds holds) {}

    /**
     * Holds in force.
     *
     * @param models   models it leads under a hold of their own
     * @param subjects persons, households and collectives under a hold, of whom it leads a model
     * @param unit     on the unit itself
     */
    record Holds(long models, long subjects, long unit) {}

    record Named(String unit, String name) {}

    /** @param inProgress false of one that is through and recognized */
    record Model(
            String model,
            boolean inProgress,
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
                    "Children, open dossiers (in progress, or recognized and not stopped or ended), running replications"
                            + " and holds on models, subjects and the unit itself, of each of its units, and the totals before and"
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
        var units = paper.touched();
        var standing = counting.led(
                Set.copyOf(units),
                before,
                on(Measure.IN_PROGRESS, day),
                STANDING,
                List.of(Dimension.MODEL, Dimension.OUTCOME));
        var running = counting.placedIn(
                before, on(Measure.APPLYING, day), Set.of(Measure.APPLYING.facts()), List.of(Dimension.TARGET));
        var cards = generations.reading().cards();
        var heldUnits = WiderHoldDocuments.onUnits(cards, day);
        var heldSubjects = WiderHoldDocuments.onSubjects(cards, day);
        return units.stream()
                .map(unit -> {
                    var led = Led.of(standing, unit);
                    var holds = new Holds(
                            led.held().size(),
                            WiderHoldDocuments.subjectsOf(cards, led.all(), heldSubjects)
                                    .size(),
                            heldUnits.stream().filter(unit::equals).count());
                    return new Touched(
                            unit,
                            now.unitName(unit, day),
                            children(unit, now, day),
                            led.open().size(),
                            paper.going(unit),
                            models(unit, led, before, day),
                            sum(running, one -> unit.equals(target(one, before))),
                            sum(running, isAt(unit)),
                            holds);
                })
                .toList();
    }

    /** Models that a unit leads, by what they are. */
    private record Led(Set<String> inProgress, Set<String> through, Set<String> recognized, Set<String> held) {

        static Led of(List<Placed> standing, String unit) {
            var led = new Led(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
            standing.stream().filter(isAt(unit)).forEach(one -> {
                var key = one.group().key();
                var isOver = key.containsKey(Dimension.OUTCOME);
                if (key.get(Dimension.MODEL) instanceof String model) {
                    switch (one.group().measure()) {
                        case IN_PROGRESS -> led.inProgress.add(model);
                        case CLOSED -> {
                            if (!isOver) {
                                led.through.add(model);
                            }
                        }
                        case RECOGNITIONS -> led.recognized.add(model);
                        case HELD -> led.held.add(model);
                        default ->
                            throw new IllegalArgumentException(
                                    "Not asked for " + one.group().measure());
                    }
                }
            });
            return led;
        }

        Set<String> open() {
            var open = new HashSet<>(through);
            open.retainAll(recognized);
            open.addAll(inProgress);
            return open;
        }

        Set<String> all() {
            var all = new HashSet<>(inProgress);
            all.addAll(through);
            return all;
        }
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

    private static long sum(List<Placed> groups, Predicate<Placed> which) {
        return groups.stream()
                .filter(which)
                .mapToLong(one -> one.group().count())
                .sum();
    }

    /** Of its own; those of the units below it stay with them. */
    private List<Model> models(String unit, Led led, Tree before, LocalDate day) {
        var open = led.open();
        return counting
                .ledFacts(
                        unit,
                        before,
                        on(Measure.IN_PROGRESS, day),
                        Set.of(Measure.IN_PROGRESS, Measure.CLOSED),
                        10 * NAMED)
                .stream()
                .filter(fact -> open.contains(String.valueOf(fact.get(Dimension.MODEL))))
                .limit(NAMED)
                .map(fact -> new Model(
                        String.valueOf(fact.get(Dimension.MODEL)),
                        fact.measure() == Measure.IN_PROGRESS,
                        fact.code(),
                        fact.name()))
                .toList();
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
