package vn.dvk.replay.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.cases.Case.Award;
import vn.dvk.replay.cases.Case.Bound;
import vn.dvk.replay.cases.Case.Programme;
import vn.dvk.replay.cases.Case.Replication;
import vn.dvk.replay.cases.Case.Unit;
import vn.dvk.replay.cases.Vocabulary.Category;
import vn.dvk.replay.cases.Vocabulary.Kind;
import vn.dvk.replay.cases.Vocabulary.Subject;

/**
 * What one value of a case says about another: codes that must be listed, dates that must be in order.
 *
 * <p>A case is checked as a whole so that no half of it is ever sent. That no more is recognized or commended than was
 * registered is checked where the registrations are picked, in the plan, which is also made before the first request.
 */
final class CaseRules {

    /** The platform's word for what a split has left open. */
    private static final String UNATTRIBUTABLE = "unattributable";

    private final Case checked;
    private final Programme programme;
    private final Map<String, Unit> units = new HashMap<>();

    private CaseRules(Case checked) {
        this.checked = checked;
        this.programme = checked.programme();
    }

    /** @throws InvalidCase for the first rule that is broken, in the order of the file's sections */
    static void check(Case read) {
        new CaseRules(read).check();
    }

    private void check() {
        checkUnits();
        checkProgrammes();
        checkSuccessions();
        checkRegistrations();
        checkRecognitions();
        checkAwards();
        checkReplications();
        checkStory();
        checkPublished();
        checkIdentities();
    }

    private void checkUnits() {
        for (var unit : checked.units()) {
            if (units.put(unit.code(), unit) != null) {
                throw twice(unit.place(), "code", unit.code());
            }
            ordered(unit.place(), "validTo", unit.validFrom(), unit.validTo());
        }
        for (var unit : checked.units()) {
            if (unit.parent() instanceof String parent) {
                listedUnit(unit.place(), "parent", parent);
            }
        }
        checked.units().forEach(this::checkAbove);
    }

    /** Going up from a unit one does not come back to a unit one has passed. */
    private void checkAbove(Unit unit) {
        var passed = new HashSet<String>();
        var at = unit;
        while (at != null) {
            if (!passed.add(at.code())) {
                throw at(
                        unit.place(),
                        "parent",
                        "đơn vị “%s” lại thuộc chính nó".formatted(at.code()),
                        "unit “%s” stands above itself".formatted(at.code()));
            }
            at = at.parent() == null ? null : units.get(at.parent());
        }
    }

    private void checkProgrammes() {
        var codes = new HashSet<>(Set.of(programme.code()));
        checkProgramme(programme);
        for (var other : checked.otherProgrammes()) {
            if (!codes.add(other.code())) {
                throw twice(other.place(), "code", other.code());
            }
            checkProgramme(other);
        }
    }

    private void checkProgramme(Programme one) {
        ordered(one.place(), "to", one.from(), one.to());
        ordered(one.place(), "cutOff", one.from(), one.cutOff());
        listedUnit(one.place(), "host", one.host());
        if (one.intake() instanceof Case.Intake intake) {
            ordered(intake.place(), "to", intake.from(), intake.to());
        }
        if (one.targets() instanceof Case.Targets targets) {
            checkTargets(targets);
        }
        if (one.parent() instanceof String parent) {
            listed(one.place(), "parent", parent, programmes().keySet());
        }
        one.parentFields()
                .keySet()
                .forEach(field ->
                        listed(one.place(), "parentFields", field, one.fields().keySet()));
    }

    private Map<String, Programme> programmes() {
        var programmes = new HashMap<String, Programme>();
        programmes.put(programme.code(), programme);
        checked.otherProgrammes().forEach(other -> programmes.put(other.code(), other));
        return programmes;
    }

    private void checkTargets(Case.Targets targets) {
        if (targets.units() instanceof List<String> named) {
            named.forEach(unit -> listedUnit(targets.place(), "units", unit));
        }
        if (targets.under() instanceof String under) {
            listedUnit(targets.place(), "under", under);
        }
        targets.exemptions().forEach(exempt -> {
            listedUnit(exempt.place(), "unit", exempt.unit());
            ordered(exempt.place(), "to", exempt.from(), exempt.to());
        });
    }

    private void checkSuccessions() {
        checked.successions().forEach(this::checkPaper);
    }

    private void checkPaper(Case.Succession paper) {
        if (paper.type() != null && !paper.acts().isEmpty()) {
            throw at(
                    paper.place(),
                    "acts",
                    "văn bản hoặc có nhiều việc trong acts, hoặc là một việc có type; không phải cả hai",
                    "a paper has several acts, or is itself one of a type; not both");
        }
        checkAct(paper.place(), paper.units(), paper.successors(), paper.parent());
        paper.acts().forEach(act -> checkAct(act.place(), act.units(), act.successors(), act.parent()));
    }

    private void checkAct(Place place, List<String> units, List<String> successors, @Nullable String parent) {
        units.forEach(unit -> listedUnit(place, "units", unit));
        successors.forEach(unit -> listedUnit(place, "successor", unit));
        if (parent != null) {
            listedUnit(place, "parent", parent);
        }
    }

    private void checkRegistrations() {
        var names = new HashSet<String>();
        for (var entry : checked.named()) {
            if (!names.add(entry.name())) {
                throw twice(entry.place(), "name", entry.name());
            }
            checkRegistration(entry.place(), entry.unit(), entry.field(), entry.kind(), entry.subject());
        }
        for (var group : checked.groups()) {
            checkRegistration(group.place(), group.unit(), group.field(), group.kind(), group.subject());
        }
        if (checked.progressReports() instanceof Case.ProgressReports reports) {
            ordered(reports.place(), "to", reports.from(), reports.to());
            ordered(reports.place(), "from", programme.from(), reports.from());
        }
    }

    private void checkRegistration(Place place, String unit, String field, Kind kind, Subject subject) {
        var last = programme.cutOff().isBefore(programme.to()) ? programme.cutOff() : programme.to();
        if (!listedUnit(place, "unit", unit).aliveBetween(programme.from(), last)) {
            throw at(
                    place,
                    "unit",
                    "đơn vị %s không hoạt động trong khoảng %s – %s".formatted(unit, programme.from(), last),
                    "unit %s does not exist between %s and %s".formatted(unit, programme.from(), last));
        }
        listedField(place, field);
        if (!programme.kinds().isEmpty()) {
            listed(
                    place,
                    "kind",
                    kind.name(),
                    programme.kinds().stream().map(Kind::name).toList());
        }
        if (!programme.subjects().isEmpty()) {
            var subjects = programme.subjects().stream().map(Subject::name).toList();
            listed(place, "subject", subject.name(), subjects);
        }
    }

    private void checkRecognitions() {
        var levels = programme.levels();
        for (var recognition : checked.recognitions()) {
            listed(recognition.place(), "level", recognition.level(), levels);
            ordered(recognition.place(), "date", programme.from(), recognition.date());
            checkAmong(recognition.place(), recognition.among());
        }
    }

    private void checkAwards() {
        for (var award : checked.awards()) {
            var of = programmeOf(award);
            ordered(award.place(), "date", of.from(), award.date());
            checkAmong(award.place(), award.among());
            if (award.category() == Category.MODEL && of != programme) {
                throw at(
                        award.place(),
                        "programme",
                        "khen mô hình (MODEL) chỉ thuộc phong trào của hồ sơ, " + programme.code(),
                        "an award for a model belongs to the case's own programme, " + programme.code());
            }
        }
    }

    private Programme programmeOf(Award award) {
        if (award.programme().equals(programme.code())) {
            return programme;
        }
        for (var other : checked.otherProgrammes()) {
            if (award.programme().equals(other.code())) {
                return other;
            }
        }
        var known = checked.otherProgrammes().stream().map(Programme::code).collect(Collectors.toSet());
        known.add(programme.code());
        throw unlisted(award.place(), "programme", award.programme(), known);
    }

    private void checkAmong(Place place, Case.Among among) {
        if (among.field() instanceof String field) {
            listedField(place, field);
        }
        if (among.unit() instanceof String unit) {
            listedUnit(place, "unit", unit);
        }
    }

    private void checkReplications() {
        var names = checked.named().stream().map(Case.Named::name).toList();
        for (Replication replication : checked.replications()) {
            listed(replication.place(), "model", replication.model(), names);
            replication.targets().forEach(target -> listedUnit(replication.place(), "targets", target));
            ordered(replication.place(), "confirmed", replication.from(), replication.confirmed());
            ordered(replication.place(), "from", programme.from(), replication.from());
        }
    }

    private void checkStory() {
        var models = new HashSet<String>();
        var began = new HashMap<String, Programme>();
        var people = new HashSet<String>();
        var marks = new HashSet<String>();
        var sources = new HashSet<String>();
        var papers = new HashSet<String>();
        for (var happening : checked.story()) {
            var place = happening.place();
            for (var needed : happening.what().needs()) {
                if (!happening.says(needed)) {
                    throw at(
                            place,
                            needed,
                            "“%s” cần cho biết %s, ví dụ %s"
                                    .formatted(happening.what().word(), needed, Happening.example(needed)),
                            "“%s” has to say %s, for example %s"
                                    .formatted(happening.what().word(), needed, Happening.example(needed)));
                }
            }
            if (happening.what() == Happening.Do.SEND_SUBMISSION
                    && (happening.level() == null) == (happening.form() == null)) {
                throw at(
                        place,
                        "level",
                        "“send-submission” cần level hoặc form, không cả hai",
                        "“send-submission” has to say either level or form");
            }
            if (happening.what().isOfReplication() && (happening.model() == null) == (happening.source() == null)) {
                throw at(
                        place,
                        "model",
                        "“%s” cần model hoặc source, không cả hai"
                                .formatted(happening.what().word()),
                        "“%s” has to say either model or source"
                                .formatted(happening.what().word()));
            }
            if (happening.what().isOfForm() && happening.field() == null && happening.values() == null) {
                throw at(
                        place,
                        "values",
                        "“%s” cần field hoặc values, ví dụ {\"place\": \"Xóm 5\"}"
                                .formatted(happening.what().word()),
                        "“%s” has to say field or values, for example {\"place\": \"Xóm 5\"}"
                                .formatted(happening.what().word()));
            }
            if (happening.what().isOfHold()
                    && Stream.of(happening.model(), happening.person(), happening.unit())
                                    .filter(Objects::nonNull)
                                    .count()
                            != 1) {
                throw at(
                        place,
                        "model",
                        "“%s” cần một trong model, person, unit"
                                .formatted(happening.what().word()),
                        "“%s” has to say one of model, person, unit"
                                .formatted(happening.what().word()));
            }
            if (happening.paper() instanceof Case.Succession paper) {
                checkPaper(paper);
                if (!papers.add(String.valueOf(happening.name()))) {
                    throw twice(place, "name", String.valueOf(happening.name()));
                }
            }
            if (happening.replicaOf() instanceof String copied) {
                listed(place, "replicaOf", copied, models);
            }
            happening.recipients().forEach(one -> {
                if (!units.containsKey(one)) {
                    listed(place, "recipients", one, people);
                }
            });
            if (happening.source() instanceof String source) {
                if (happening.what() == Happening.Do.REPLICATE_OUTSIDE) {
                    sources.add(source);
                } else {
                    listed(place, "source", source, sources);
                }
            }
            if (happening.unit() instanceof String unit) {
                listedUnit(place, "unit", unit);
            }
            if (happening.to() instanceof String unit) {
                listedUnit(place, "to", unit);
            }
            if (happening.programme() instanceof String code) {
                listed(place, "programme", code, programmes().keySet());
            }
            if (happening.field() instanceof String field) {
                listed(place, "field", field, in(happening, began).fields().keySet());
            }
            if (happening.continues() instanceof String earlier) {
                listed(place, "continues", earlier, models);
            }
            if (happening.what() == Happening.Do.MARK) {
                marks.add(String.valueOf(happening.name()));
            }
            if (happening.of() != null) {
                checkAsked(happening, marks, papers);
            }
            happening.with().forEach(unit -> listedUnit(place, "with", unit));
            if (happening.what().begins()) {
                began.put(String.valueOf(happening.model()), in(happening, began));
            }
            if (happening.person() instanceof String person) {
                if (!happening.what().begins()) {
                    listed(place, "person", person, people);
                } else if (happening.subject() == Subject.COLLECTIVE) {
                    throw at(place, "person", "tập thể không nêu “person”", "a collective names no “person”");
                } else {
                    people.add(person);
                }
            }
            if (happening.model() instanceof String model) {
                if (!happening.what().begins()) {
                    listed(place, "model", model, models);
                } else if (models.contains(model)) {
                    throw twice(place, "model", model);
                } else if (happening.refused() == null) {
                    models.add(model);
                }
            }
        }
    }

    /** What each question is about. */
    private void checkAsked(Happening asked, Collection<String> marks, Collection<String> told) {
        var needed = switch (Objects.requireNonNull(asked.of())) {
            case REPORTS, GOALS -> asked.model() == null ? "model" : null;
            case COVERAGE -> asked.model() == null ? "model" : asked.unit() == null ? "unit" : null;
            case DECISIONS -> asked.issuer() == null ? "issuer" : null;
            case CHANGES -> asked.since() == null ? "since" : null;
            case PREVIEW -> asked.name() == null ? "name" : null;
            case TARGETS, IDENTITIES -> null;
        };
        if (needed != null) {
            throw at(
                    asked.place(),
                    needed,
                    "câu hỏi này cần cho biết %s, ví dụ %s".formatted(needed, Happening.example(needed)),
                    "this question has to say %s, for example %s".formatted(needed, Happening.example(needed)));
        }
        if (asked.of() == Vocabulary.Question.PREVIEW) {
            var coming = checked.story().stream()
                    .filter(one -> one.paper() != null)
                    .map(Happening::name)
                    .filter(name -> !told.contains(name))
                    .toList();
            listed(asked.place(), "name", String.valueOf(asked.name()), coming);
        }
        if (asked.since() instanceof String mark) {
            listed(asked.place(), "since", mark, marks);
        }
    }

    /** The programme that a thing of the story happens in. */
    private Programme in(Happening happening, Map<String, Programme> began) {
        var code = happening.programme();
        return happening.what().isIn()
                ? code == null ? programme : programmes().getOrDefault(code, programme)
                : began.getOrDefault(String.valueOf(happening.model()), programme);
    }

    private void checkPublished() {
        var ids = new HashSet<String>();
        for (var figure : checked.published()) {
            if (!ids.add(figure.id())) {
                throw twice(figure.place(), "id", figure.id());
            }
            checkFilter(figure.place(), "counts", figure.counts());
            if (figure.comparedWith() instanceof Map<String, String> compared) {
                checkFilter(figure.place(), "comparedWith", compared);
            }
        }
    }

    private void checkFilter(Place place, String member, Map<String, String> filter) {
        // Another programme of the filter brings its own fields.
        if (filter.get("field") instanceof String field && !filter.containsKey("programme")) {
            listed(place, member + ".field", field, programme.fields().keySet());
        }
        if (filter.get("unit") instanceof String unit && !unit.equals(UNATTRIBUTABLE)) {
            listedUnit(place, member + ".unit", unit);
        }
    }

    private void checkIdentities() {
        var ids = checked.published().stream().map(Case.Published::id).toList();
        for (var identity : checked.identities()) {
            identity.sum().forEach(id -> listed(identity.place(), "sum", id, ids));
            switch (identity.bound()) {
                case Bound.Figure(var id) -> listed(identity.place(), field(identity), id, ids);
                case Bound.Number _ -> {}
            }
        }
    }

    private static String field(Case.Identity identity) {
        return switch (identity.relation()) {
            case EQUALS -> "equals";
            case AT_MOST -> "atMost";
        };
    }

    private Unit listedUnit(Place place, String field, String code) {
        if (units.get(code) instanceof Unit unit) {
            return unit;
        }
        throw at(
                place,
                field,
                "không có đơn vị “%s” trong mục units".formatted(code),
                "there is no unit “%s” under units".formatted(code));
    }

    private void listedField(Place place, String code) {
        listed(place, "field", code, programme.fields().keySet());
    }

    private static void listed(Place place, String field, String value, Collection<String> known) {
        if (!known.contains(value)) {
            throw unlisted(place, field, value, known);
        }
    }

    private static InvalidCase unlisted(Place place, String field, String value, Collection<String> known) {
        var names = known.isEmpty()
                ? "–"
                : String.join(", ", known.stream().sorted().limit(12).toList());
        return at(
                place,
                field,
                "cần một trong %s, tệp ghi “%s”".formatted(names, value),
                "expected one of %s, found “%s”".formatted(names, value));
    }

    private static void ordered(Place place, String field, @Nullable LocalDate earlier, @Nullable LocalDate later) {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            throw at(
                    place,
                    field,
                    "ngày %s phải từ %s trở đi".formatted(later, earlier),
                    "%s must not be before %s".formatted(later, earlier));
        }
    }

    private static InvalidCase twice(Place place, String field, String value) {
        return at(
                place,
                field,
                "“%1$s” có hai lần; hãy gọi một cái khác đi, ví dụ “%1$s-2”".formatted(value),
                "“%1$s” is there twice; call one of them otherwise, for example “%1$s-2”".formatted(value));
    }

    private static InvalidCase at(Place place, String field, String vietnamese, String english) {
        return InvalidCase.at(place.member(field), vietnamese, english);
    }
}
