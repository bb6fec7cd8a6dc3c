package vn.dvk.reporting.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.FactQueries.Group;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Moment;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Term;
import vn.dvk.reporting.live.Overview.Awarded;
import vn.dvk.reporting.live.Overview.Field;
import vn.dvk.reporting.live.Overview.Identities;
import vn.dvk.reporting.live.Overview.Part;
import vn.dvk.reporting.live.Overview.Replicated;
import vn.dvk.reporting.live.Overview.Step;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.service.web.Refused;

/** Counts what the public page shows. */
public final class Overviews {

    private final Counting counting;
    private final Directory directory;

    public Overviews(Counting counting, Directory directory) {
        this.counting = counting;
        this.directory = directory;
    }

    /**
     * @param programme null for all together
     * @param asOf      null for the programme's cut-off, or today
     * @throws Refused if the programme is not known
     */
    public Overview of(@Nullable String programme, @Nullable LocalDate asOf) {
        var run = programme == null
                ? null
                : directory.now().programme(programme).orElseThrow(() -> Refused.notFound("programme", programme));
        var where = programme == null ? Map.<Dimension, String>of() : Map.of(Dimension.PROGRAMME, programme);
        var until = asOf != null ? asOf : run != null ? run.cutOff() : directory.today();
        var standing = asOf != null ? asOf : directory.today();
        return overview(
                run,
                new Filter(Measure.REGISTERED, where, until, null, Moment.NOW, Filter.View.THEN),
                new Filter(Measure.IN_PROGRESS, where, standing, null, Moment.NOW, Filter.View.THEN));
    }

    /**
     * @param filter   of what has happened, by default up to the cut-off
     * @param standing of where the models stand, by default today, whatever the cut-off
     */
    private Overview overview(@Nullable Programme run, Filter filter, Filter standing) {
        // Few questions that each answer several figures: on every change of every open page this is most of the work.
        var entries = counting.groups(
                filter,
                Set.of(Measure.REGISTERED, Measure.REPLICATED),
                List.of(Dimension.FIELD, Dimension.KIND, Dimension.SUBJECT),
                false);
        var models = counting.groups(
                filter,
                Set.of(Measure.EVALUATED, Measure.RECOGNITIONS, Measure.REPLICATED, Measure.AWARDED),
                List.of(Dimension.KIND, Dimension.SUBJECT, Dimension.CATEGORY, Dimension.TRACK),
                true);
        var registered = entries.stream().filter(of(Measure.REGISTERED)).toList();
        var awarded = models.stream()
                .filter(of(Measure.AWARDED))
                .filter(with(Dimension.CATEGORY, "MODEL"))
                .toList();
        var done = counting.groups(
                filter.with(Measure.STEPS_DONE), Set.of(Measure.STEP_COMPLETED), List.of(Dimension.STEP), false);
        var at = counting.groups(
                standing,
                Set.of(Measure.IN_PROGRESS),
                List.of(Dimension.STEP, Dimension.KIND, Dimension.SUBJECT),
                false);
        var overdue = counting.overdue(standing, List.of(Dimension.STEP));
        var fields = fields(run, registered);
        var total = part(registered, Measure.REGISTERED);
        return new Overview(
                run == null ? null : run.code(),
                run == null ? null : run.name(),
                run == null ? null : directory.now().unitName(run.host(), run.cutOff()),
                run == null ? null : run.from(),
                run == null ? null : run.to(),
                counting.day(filter),
                total,
                part(at, Measure.IN_PROGRESS),
                part(models, Measure.EVALUATED),
                part(models, Measure.RECOGNITIONS),
                tracks(awarded),
                new Replicated(part(models, Measure.REPLICATED).total(), sum(entries, of(Measure.REPLICATED))),
                fields,
                steps(run, done, at, overdue),
                sum(overdue, _ -> true),
                identities(total, fields));
    }

    /** Those that occur, in the order of the vocabulary. */
    private List<Awarded> tracks(List<Group> awarded) {
        var known = directory.now().codes(Term.TRACK);
        return awarded.stream()
                .map(group -> group.key().getOrDefault(Dimension.TRACK, "UNKNOWN"))
                .distinct()
                .sorted(Comparator.comparing((String track) -> !known.contains(track))
                        .thenComparing(known::indexOf)
                        .thenComparing(Comparator.naturalOrder()))
                .map(track -> {
                    var ours = awarded.stream()
                            .filter(group -> track.equals(group.key().getOrDefault(Dimension.TRACK, "UNKNOWN")))
                            .toList();
                    return new Awarded(
                            track,
                            sum(ours, _ -> true),
                            sum(ours, with(Dimension.SUBJECT, "COLLECTIVE")),
                            sum(ours, with(Dimension.SUBJECT, "INDIVIDUAL")),
                            sum(ours, with(Dimension.SUBJECT, "HOUSEHOLD")));
                })
                .toList();
    }

    private static Predicate<Group> of(Measure measure) {
        return group -> group.measure() == measure;
    }

    private static Predicate<Group> with(Dimension dimension, String value) {
        return group -> value.equals(group.key().get(dimension));
    }

    private static long sum(List<Group> groups, Predicate<Group> which) {
        return groups.stream().filter(which).mapToLong(Group::count).sum();
    }

    private static Part part(List<Group> groups, Measure measure) {
        var ours = groups.stream().filter(of(measure)).toList();
        return new Part(
                sum(ours, _ -> true),
                sum(ours, with(Dimension.KIND, "MODEL")),
                sum(ours, with(Dimension.KIND, "EXEMPLAR")),
                sum(ours, with(Dimension.SUBJECT, "COLLECTIVE")),
                sum(ours, with(Dimension.SUBJECT, "INDIVIDUAL")),
                sum(ours, with(Dimension.SUBJECT, "HOUSEHOLD")));
    }

    /** The programme's fields, in its order; over all programmes those that occur. */
    private List<Field> fields(@Nullable Programme run, List<Group> registered) {
        var names = new LinkedHashMap<String, String>();
        var programmes = run == null ? directory.now().programmes() : List.of(run);
        programmes.forEach(one -> one.fields().forEach(field -> names.putIfAbsent(field.code(), field.name())));
        var fields = new ArrayList<Field>();
        names.forEach((code, name) -> {
            var ours = registered.stream().filter(with(Dimension.FIELD, code)).toList();
            fields.add(new Field(
                    code,
                    name,
                    sum(ours, _ -> true),
                    sum(ours, with(Dimension.SUBJECT, "COLLECTIVE")),
                    sum(ours, with(Dimension.SUBJECT, "INDIVIDUAL")),
                    sum(ours, with(Dimension.SUBJECT, "HOUSEHOLD"))));
        });
        return fields;
    }

    /** The programme's steps in order; over all programmes every step there is, each once. */
    private List<Step> steps(@Nullable Programme run, List<Group> done, List<Group> standing, List<Group> overdue) {
        var labels = new LinkedHashMap<String, String>();
        var programmes = run == null ? directory.now().programmes() : List.of(run);
        programmes.forEach(one -> one.steps().forEach(step -> labels.putIfAbsent(step.code(), step.label())));
        var steps = new ArrayList<Step>();
        labels.forEach((code, label) -> {
            var here = with(Dimension.STEP, code);
            steps.add(
                    new Step(steps.size() + 1, code, label, sum(standing, here), sum(overdue, here), sum(done, here)));
        });
        return steps;
    }

    /** total = collective + individual + household, and total = sum of the fields. */
    private static Identities identities(Part total, List<Field> fields) {
        var subjects = total.collective() + total.individual() + total.household() == total.total();
        var byField = fields.stream().mapToLong(Field::total).sum() == total.total();
        return new Identities(2, (subjects ? 1 : 0) + (byField ? 1 : 0));
    }
}
