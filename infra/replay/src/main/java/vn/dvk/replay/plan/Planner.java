package vn.dvk.replay.plan;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.cases.Case.Unit;
import vn.dvk.replay.cases.InvalidCase;
import vn.dvk.replay.cases.Words.Category;
import vn.dvk.replay.cases.Words.CompletedBy;
import vn.dvk.replay.cases.Words.Kind;
import vn.dvk.replay.cases.Words.Level;
import vn.dvk.replay.cases.Words.Origin;
import vn.dvk.replay.cases.Words.RecognitionRequires;
import vn.dvk.replay.cases.Words.Subject;
import vn.dvk.replay.plan.Plan.Appraisal;
import vn.dvk.replay.plan.Plan.Appraised;
import vn.dvk.replay.plan.Plan.Batch;
import vn.dvk.replay.plan.Plan.CarryingOut;
import vn.dvk.replay.plan.Plan.Evidence;
import vn.dvk.replay.plan.Plan.ModelAward;
import vn.dvk.replay.plan.Plan.MovementAward;
import vn.dvk.replay.plan.Plan.Recipient;
import vn.dvk.replay.plan.Plan.Recognition;
import vn.dvk.replay.plan.Plan.Replication;
import vn.dvk.replay.plan.Plan.Report;

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
        var recognitions = recognitions();
        var recognized = recognitions.stream()
                .flatMap(recognition -> recognition.models().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Plan(
                source,
                slug,
                batches(),
                carryingOut(recognized),
                appraisal(recognized),
                recognitions,
                modelAwards(recognized),
                movementAwards(),
                replications());
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
            var key = "%s:named:%d".formatted(slug, entries.size() + 1);
            write(
                    key,
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
                var key = "%s:g%d:%d".formatted(slug, number, row);
                write(key, inUnit, group.unit(), group.field(), group.kind(), group.subject(), group.origin(), null);
            }
        }
    }

    private void write(
            String key,
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
        entries.add(new Entry(
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
                calendar.chosen(number, submitted),
                contents.person()));
    }

    private Unit unit(String code) {
        if (units.get(code) instanceof Unit unit) {
            return unit;
        }
        throw new IllegalStateException("The case was checked, yet it does not list " + code);
    }

    private List<Batch> batches() {
        var count = (entries.size() + BATCH - 1) / BATCH;
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> batch(number, count))
                .toList();
    }

    private Batch batch(int number, int count) {
        var part = List.copyOf(entries.subList((number - 1) * BATCH, Math.min(number * BATCH, entries.size())));
        var lastSubmitted =
                part.stream().map(Entry::submitOn).max(LocalDate::compareTo).orElseThrow();
        var selected = calendar.selected(number, count, lastSubmitted);
        var accepted = calendar.accepted(number, count, selected);
        var host = unit(source.programme().host()).name();
        return new Batch(
                number,
                part,
                selected,
                new Document("%02d-BB/%s".formatted(number, source.programme().code()), selected, host),
                accepted,
                new Document("%02d-TB/%s".formatted(number, source.programme().code()), accepted, host));
    }

    /** Recognition at one level never takes a model away from another level: a better one has both. */
    private List<Recognition> recognitions() {
        var picks = new EnumMap<Level, Pick>(Level.class);
        var recognitions = new ArrayList<Recognition>();
        for (var stated : source.recognitions()) {
            var pick = picks.computeIfAbsent(stated.level(), _ -> new Pick(entries));
            recognitions.add(new Recognition(
                    stated.level(),
                    decision("CN", recognitions.size() + 1, stated.date(), stated.issuer()),
                    stated.date(),
                    pick.take(stated.count(), stated.among(), stated.place())));
        }
        return List.copyOf(recognitions);
    }

    /** One achievement, one form: a model is commended at most once, recognized ones before others. */
    private List<ModelAward> modelAwards(Set<String> recognized) {
        var recognizedFirst = Stream.concat(
                        entries.stream().filter(entry -> recognized.contains(entry.key())),
                        entries.stream().filter(entry -> !recognized.contains(entry.key())))
                .toList();
        var pick = new Pick(recognizedFirst);
        var awards = new ArrayList<ModelAward>();
        for (var stated : source.awards()) {
            if (stated.category() == Category.MODEL) {
                awards.add(new ModelAward(
                        stated.form(),
                        stated.track(),
                        decision("KT", source.awards().indexOf(stated) + 1, stated.date(), stated.issuer()),
                        stated.date(),
                        pick.take(stated.count(), stated.among(), stated.place())));
            }
        }
        return List.copyOf(awards);
    }

    private List<MovementAward> movementAwards() {
        var awards = new ArrayList<MovementAward>();
        for (var stated : source.awards()) {
            if (stated.category() == Category.MOVEMENT && stated.among().subject() instanceof Subject subject) {
                var number = source.awards().indexOf(stated) + 1;
                var recipients = IntStream.rangeClosed(1, stated.count())
                        .mapToObj(row -> recipient(number, row, subject))
                        .toList();
                awards.add(new MovementAward(
                        stated.programme(),
                        stated.form(),
                        stated.track(),
                        decision("KT", number, stated.date(), stated.issuer()),
                        stated.date(),
                        recipients));
            }
        }
        return List.copyOf(awards);
    }

    /** Who led the movement is not named in the sources: the registering units in turn, and invented people of them. */
    private Recipient recipient(int award, int row, Subject subject) {
        var registering = List.copyOf(source.registering());
        var code = registering.isEmpty() ? source.programme().host() : registering.get((row - 1) % registering.size());
        var key = "%s:m%d:%d".formatted(slug, award, row);
        return switch (subject) {
            case COLLECTIVE -> {
                var name = unit(code).name();
                var another = row > Math.max(1, registering.size());
                yield new Recipient(
                        key, subject, another ? "Tổ dân vận số %d, %s".formatted(row, name) : name, null, code);
            }
            case INDIVIDUAL, HOUSEHOLD -> {
                var person = People.person(award * 100 + row);
                yield new Recipient(key, subject, person.name(), person.post(), code);
            }
        };
    }

    private CarryingOut carryingOut(Set<String> recognized) {
        var models = source.steeringGroup() == null
                ? List.copyOf(recognized)
                : entries.stream().map(Entry::key).toList();
        return new CarryingOut(models, stepsOfPeople(), calendar.carriedOut(), evidence(), reports());
    }

    private List<String> stepsOfPeople() {
        var own = source.programme().steps();
        if (own.isEmpty()) {
            return List.of("CARRY_OUT");
        }
        return own.stream()
                .takeWhile(step -> step.completedBy() != CompletedBy.EVALUATION)
                .filter(step -> step.completedBy() == CompletedBy.PERSON)
                .map(Case.Step::code)
                .toList();
    }

    private List<Evidence> evidence() {
        var plan = new Evidence(
                "PLAN", "Kế hoạch tổ chức thực hiện", "KH/" + source.programme().code());
        if (source.steeringGroup() instanceof Case.SteeringGroup(var members, var head)) {
            var title = "Tổ chỉ đạo %d người, %s làm tổ trưởng".formatted(members, head);
            return List.of(
                    plan,
                    new Evidence(
                            "ASSIGNMENT", title, "QĐ-TCĐ/" + source.programme().code()));
        }
        return List.of(plan);
    }

    private List<Report> reports() {
        if (!(source.progressReports() instanceof Case.ProgressReports stated)) {
            return List.of();
        }
        var reports = new ArrayList<Report>();
        for (var entry : entries) {
            var goal = entry.goals().getFirst();
            for (var span : Calendar.spans(stated)) {
                var done = "Kỳ %s – %s: tiếp tục “%s”, kiểm đếm %s hướng tới %s %s."
                        .formatted(
                                span.from(),
                                span.to(),
                                entry.name(),
                                goal.indicator().toLowerCase(Locale.ROOT),
                                goal.target(),
                                goal.measure());
                reports.add(new Report(entry.key(), span.from(), span.to(), span.to(), done));
            }
        }
        return List.copyOf(reports);
    }

    private Appraisal appraisal(Set<String> recognized) {
        var models = new ArrayList<Appraised>();
        if (source.programme().recognitionRequires() == RecognitionRequires.EVALUATED) {
            for (var number = 1; number <= entries.size(); number++) {
                var entry = entries.get(number - 1);
                if (recognized.contains(entry.key())) {
                    models.add(new Appraised(
                            entry.key(),
                            Rubric.self(entry.subject(), number),
                            Rubric.superior(entry.subject(), number)));
                }
            }
        }
        var concluded = calendar.concluded();
        var council = "Hội đồng thẩm định, " + unit(source.programme().host()).name();
        return new Appraisal(
                List.copyOf(models),
                calendar.scoredBySelf(),
                calendar.scoredBySuperior(),
                concluded,
                new Document("01-BBTĐ/" + source.programme().code(), concluded, council));
    }

    private List<Replication> replications() {
        var keys = source.named().stream().map(Case.Named::name).toList();
        var replications = new ArrayList<Replication>();
        for (var stated : source.replications()) {
            var model = entries.get(keys.indexOf(stated.model())).key();
            for (var target : stated.targets()) {
                replications.add(new Replication(model, target, stated.from(), stated.phase(), stated.confirmed()));
            }
        }
        return List.copyOf(replications);
    }

    private Document decision(String register, int number, LocalDate date, String issuer) {
        return new Document(
                "%02d-QĐ%s/%s".formatted(number, register, source.programme().code()), date, issuer);
    }
}
