package vn.dvk.replay.plan;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.api.Key;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.cases.Case.Unit;
import vn.dvk.replay.cases.Happening;
import vn.dvk.replay.cases.InvalidCase;
import vn.dvk.replay.cases.Vocabulary.Kind;
import vn.dvk.replay.cases.Vocabulary.Origin;
import vn.dvk.replay.cases.Vocabulary.Subject;
import vn.dvk.replay.plan.Plan.Batch;
import vn.dvk.replay.plan.Plan.Replication;
import vn.dvk.replay.plan.Plan.Told;

/** Turns a case into its plan. */
public final class Planner {

    /** Rows per registration request: small enough that several requests overlap, large enough that few are needed. */
    static final int BATCH = 250;

    private static final int LONGEST_SLUG = 40;

    private final Case source;
    private final String slug;
    private final Calendar calendar;
    private final Map<String, Unit> units;
    private final List<Entry> entries = new ArrayList<>();

    private Planner(Case source) {
        this.source = source;
        this.slug = slug(source.name());
        this.calendar = Calendar.of(source);
        this.units = source.units().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    }

    /** @throws InvalidCase when more is recognized or commended than was registered */
    public static Plan plan(Case source) {
        return new Planner(source).plan();
    }

    private Plan plan() {
        writeEntries();
        var honors = new Honors(source, slug, List.copyOf(entries));
        var recognitions = honors.recognitions();
        var recognized = recognitions.stream()
                .flatMap(recognition -> recognition.models().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var work = new Work(source, calendar, List.copyOf(entries));
        return new Plan(
                source,
                slug,
                batches(),
                work.carryingOut(recognized),
                work.appraisal(recognized),
                recognitions,
                honors.modelAwards(recognized),
                honors.movementAwards(),
                replications(),
                story());
    }

    /** The beginning of every key: letters without marks, digits and hyphens, so that any header may carry it. */
    static String slug(String name) {
        var plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        return plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
    }

    private void writeEntries() {
        var inUnit = new HashMap<String, Integer>();
        for (var named : source.named()) {
            var row = new Key("%s:named:%d".formatted(slug, entries.size() + 1));
            write(
                    row,
                    inUnit,
                    named.unit(),
                    named.field(),
                    named.kind(),
                    named.subject(),
                    named.origin(),
                    named.name());
        }
        var number = 0;
        for (var group : source.groups()) {
            number++;
            for (var row = 1; row <= group.count(); row++) {
                var key = new Key("%s:g%d:%d".formatted(slug, number, row));
                write(key, inUnit, group.unit(), group.field(), group.kind(), group.subject(), group.origin(), null);
            }
        }
    }

    private void write(
            Key row,
            Map<String, Integer> inUnit,
            String unitCode,
            String field,
            Kind kind,
            Subject subject,
            Origin origin,
            @Nullable String statedName) {
        var number = entries.size() + 1;
        var unit = unit(unitCode);
        var contents = Contents.of(number, inUnit.merge(unitCode, 1, Integer::sum), unit, field, subject, statedName);
        var submitted = calendar.submitted(number, unit);
        var chosen = calendar.chosen(number, submitted);
        var said = List.<Object>of(
                source.programme().code(), submitted, unitCode, field, kind, subject, origin, chosen, contents);
        entries.add(entry(
                row.of(said.toString()), submitted, unitCode, field, kind, subject, origin, chosen, contents, null));
    }

    private static Entry entry(
            String key,
            LocalDate submitted,
            String unitCode,
            String field,
            Kind kind,
            Subject subject,
            Origin origin,
            LocalDate chosen,
            Contents contents,
            @Nullable List<Entry.Owner> owners) {
        return new Entry(
                key,
                submitted,
                unitCode,
                contents.name(),
                field,
                kind,
                subject,
                origin,
                contents.situation(),
                contents.place(),
                contents.goals(),
                contents.method(),
                contents.forces(),
                contents.outputs(),
                chosen,
                contents.person(),
                null,
                null,
                null,
                owners);
    }

    private List<Told> story() {
        var told = new ArrayList<Told>();
        var subjects = new HashMap<String, Subject>();
        for (var happening : source.story()) {
            var number = told.size() + 1;
            var entry = happening.what().begins() ? entry(number, happening) : null;
            if (entry != null) {
                subjects.put(String.valueOf(happening.model()), entry.subject());
            }
            var subject = subjects.get(String.valueOf(happening.model()));
            var points = happening.points() == null || subject == null
                    ? Map.<String, Integer>of()
                    : Rubric.adding(subject, happening.points());
            told.add(new Told(happening, entry, points));
        }
        return List.copyOf(told);
    }

    /** Chosen, and written, on the day it is submitted. */
    private Entry entry(int number, Happening begun) {
        var on = Objects.requireNonNull(begun.on());
        var unit = unit(Objects.requireNonNull(begun.unit()));
        var field = Objects.requireNonNull(begun.field());
        var subject = Objects.requireNonNull(begun.subject());
        var kind = begun.kind() != null ? begun.kind() : subject == Subject.INDIVIDUAL ? Kind.EXEMPLAR : Kind.MODEL;
        var contents =
                Contents.of(number, number, unit, field, subject, begun.model()).aimingAt(begun.goal());
        var row = new Key("%s:story:%d".formatted(slug, number));
        var programme = begun.programme() == null ? source.programme().code() : begun.programme();
        var said = new ArrayList<Object>(
                List.of(programme, on, unit.code(), field, kind, subject, Origin.NEW, on, contents));
        if (begun.continues() != null) {
            said.add(begun.continues());
        }
        if (begun.replicaOf() != null) {
            said.add("replica of " + begun.replicaOf());
        }
        said.addAll(begun.with());
        if (begun.known() != null) {
            said.add(begun.known());
        }
        return entry(
                row.of(said.toString()),
                on,
                unit.code(),
                field,
                kind,
                subject,
                Origin.NEW,
                on,
                contents,
                owners(begun));
    }

    private static @Nullable List<Entry.Owner> owners(Happening begun) {
        return begun.with().isEmpty()
                ? null
                : Stream.concat(
                                Stream.of(new Entry.Owner(String.valueOf(begun.unit()), "LEAD")),
                                begun.with().stream().map(unit -> new Entry.Owner(unit, "CO_OWNER")))
                        .toList();
    }

    private Unit unit(String code) {
        if (units.get(code) instanceof Unit unit) {
            return unit;
        }
        throw new IllegalStateException("The case was checked, yet it does not list " + code);
    }

    private List<Batch> batches() {
        var count = (entries.size() + BATCH - 1) / BATCH;
        return IntStream.rangeClosed(1, count).mapToObj(this::batch).toList();
    }

    private Batch batch(int number) {
        var part = List.copyOf(entries.subList((number - 1) * BATCH, Math.min(number * BATCH, entries.size())));
        var lastSubmitted =
                part.stream().map(Entry::submitOn).max(LocalDate::compareTo).orElseThrow();
        var selected = calendar.selected(number, lastSubmitted);
        var accepted = calendar.accepted(number, selected);
        var host = unit(source.programme().host()).name();
        return new Batch(
                number,
                part,
                selected,
                new Document("%02d-BB/%s".formatted(number, source.programme().code()), selected, host),
                accepted,
                new Document("%02d-TB/%s".formatted(number, source.programme().code()), accepted, host));
    }

    private List<Replication> replications() {
        var names = source.named().stream().map(Case.Named::name).toList();
        var replications = new ArrayList<Replication>();
        for (var stated : source.replications()) {
            // Named entries are written first, in the order of the file.
            var model = entries.get(names.indexOf(stated.model())).key();
            for (var target : stated.targets()) {
                replications.add(new Replication(model, target, stated.from(), stated.phase(), stated.confirmed()));
            }
        }
        return List.copyOf(replications);
    }
}
