package vn.dvk.registration.domain.registration;

import static vn.dvk.registration.domain.RegistrationReason.AMOUNT_NO_NUMBER;
import static vn.dvk.registration.domain.RegistrationReason.CODE_TWICE;
import static vn.dvk.registration.domain.RegistrationReason.COMBINATION_NOT_USED;
import static vn.dvk.registration.domain.RegistrationReason.FIELD_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.GOAL_NOT_MEASURABLE;
import static vn.dvk.registration.domain.RegistrationReason.GOAL_SPAN;
import static vn.dvk.registration.domain.RegistrationReason.KIND_NOT_USED;
import static vn.dvk.registration.domain.RegistrationReason.LEVEL_NOT_USED;
import static vn.dvk.registration.domain.RegistrationReason.NAME_MISSING;
import static vn.dvk.registration.domain.RegistrationReason.OUTSIDE_INTAKE;
import static vn.dvk.registration.domain.RegistrationReason.OUTSIDE_PERIOD;
import static vn.dvk.registration.domain.RegistrationReason.PERSON_MISSING;
import static vn.dvk.registration.domain.RegistrationReason.PLACE_MISSING;
import static vn.dvk.registration.domain.RegistrationReason.REPLICA_SOURCE_MISSING;
import static vn.dvk.registration.domain.RegistrationReason.REQUIRED_MISSING;
import static vn.dvk.registration.domain.RegistrationReason.SITUATION_MISSING;
import static vn.dvk.registration.domain.RegistrationReason.SUBJECT_NOT_USED;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_NOT_ALIVE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.registration.domain.Combination;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.programme.Intake;

/** What a form still lacks before it may be submitted: concrete, checkable, and what its programme uses. */
public final class Completeness {

    private Completeness() {}

    /** One fault per field, empty if it may be submitted on that day. */
    static List<Fault> faults(String id, Form form, Conditions conditions, Day day) {
        var on = day.on();
        var faults = faults(id, form, Form.FIELDS.keySet(), conditions, on);
        if (!day.isExact() && level(form, conditions.words().levels(), day).isEmpty()) {
            faults.removeIf(fault -> fault.field().equals("level") && fault.reason() != LEVEL_NOT_USED);
        }
        if (on.isBefore(conditions.from()) || day.first().isAfter(conditions.to())) {
            faults.add(Fault.of("on", OUTSIDE_PERIOD, on, conditions.from(), conditions.to()));
        } else if (conditions.intake() instanceof Intake intake
                && (on.isBefore(intake.from()) || day.first().isAfter(intake.to()))) {
            faults.add(Fault.of("on", OUTSIDE_INTAKE, on, intake.from(), intake.to()));
        }
        return faults;
    }

    /**
     * The same for what is registered: nothing may be missing, and what is new has to fit the programme and the day. The
     * model may outlive its programme, so the period is none of its conditions.
     *
     * @param fresh the names of the fields that are new
     */
    static List<Fault> faults(String id, Form form, Set<String> fresh, Conditions conditions, LocalDate on) {
        var faults = new ArrayList<>(missing(form, sorted(conditions)));
        faults.addAll(RelatedCheck.faults(id, form, fresh, conditions.related(), on));
        unfit(form, conditions, on).stream()
                .filter(fault -> fresh.contains(nameOf(fault.field())))
                .forEach(faults::add);
        faults.addAll(required(form, fresh, conditions.required()));
        combination(form.kind(), form.subject(), conditions.combinations())
                .filter(_ -> fresh.contains("kind") || fresh.contains("subject"))
                .ifPresent(faults::add);
        return faults;
    }

    /** What the programme requires besides; what was registered before it did so is left as it was. */
    private static List<Fault> required(Form form, Set<String> fresh, List<String> required) {
        return required.stream()
                .filter(field -> fresh.contains(field) && form.lacks(field))
                .map(field -> Fault.of(field, REQUIRED_MISSING, field, String.valueOf(Form.REQUIRABLE.get(field))))
                .toList();
    }

    /** Of a kind and a subject that are taken each, but not together. */
    static Optional<Fault> combination(
            @Nullable RegistrationKind kind, @Nullable SubjectType subject, List<Combination> taken) {
        if (kind == null || subject == null || Combination.areTaken(taken, kind, subject)) {
            return Optional.empty();
        }
        var those = taken.stream().map(Combination::toString).collect(Collectors.joining(", "));
        return Optional.of(Fault.of("subject", COMBINATION_NOT_USED, kind, subject, those));
    }

    private static List<Fault> unfit(Form form, Conditions conditions, LocalDate on) {
        var faults = new ArrayList<Fault>();
        if (form.field() != null && !conditions.fields().contains(form.field())) {
            faults.add(Fault.of("field", FIELD_UNKNOWN, form.field(), sorted(conditions)));
        }
        var level = form.level();
        var wrongLevel = level(form, conditions.words().levels(), on);
        faults.addAll(wrongLevel);
        if (level != null && wrongLevel.isEmpty() && !conditions.levels().contains(level)) {
            faults.add(Fault.of("level", LEVEL_NOT_USED, level, String.join(", ", conditions.levels())));
        }
        for (var i = 0; i < form.forces().size(); i++) {
            conditions
                    .words()
                    .forceRoles()
                    .fault("forces[" + i + "].role", form.forces().get(i).role(), on)
                    .ifPresent(faults::add);
        }
        var kind = form.kind();
        if (kind != null && !conditions.kinds().contains(kind)) {
            faults.add(Fault.of("kind", KIND_NOT_USED, kind, conditions.kinds()));
        }
        var subject = form.subject();
        if (subject != null && !conditions.subjects().contains(subject)) {
            faults.add(Fault.of("subject", SUBJECT_NOT_USED, subject, conditions.subjects()));
        }
        if (!conditions.unitAlive()) {
            faults.add(Fault.of("unit", UNIT_NOT_ALIVE, form.unit(), on));
        }
        return faults;
    }

    /** The same of a day that is known by its month or year: it may have been a day on which the level was there. */
    static List<Fault> level(Form form, Vocabulary levels, Day day) {
        var last = level(form, levels, day.on());
        return last.isEmpty() ? last : level(form, levels, day.first());
    }

    /** Nothing new is applied for at a level that is no more; what was applied for in its day stays right. */
    static List<Fault> level(Form form, Vocabulary levels, LocalDate on) {
        return form.level() instanceof String level
                ? levels.fault("level", level, on).stream().toList()
                : List.of();
    }

    /** The field of the form: {@code forces} of {@code forces[0].role}. */
    private static String nameOf(String field) {
        return field.replaceFirst("[.\\[].*", "");
    }

    /**
     * What is missing: shown to the officer while the draft is being written.
     *
     * @param required what the programme requires besides
     */
    public static List<Fault> missing(Form form, List<String> required) {
        var faults = missing(form, "");
        faults.addAll(required(form, Form.FIELDS.keySet(), required));
        return faults;
    }

    private static List<Fault> missing(Form form, String fields) {
        var faults = new ArrayList<Fault>();
        if (form.field() == null) {
            faults.add(Fault.of("field", FIELD_UNKNOWN, "", fields));
        }
        if (form.kind() == null) {
            faults.add(Fault.of("kind", KIND_NOT_USED, "", ""));
        }
        if (form.subject() == null) {
            faults.add(Fault.of("subject", SUBJECT_NOT_USED, "", ""));
        }
        faults.addAll(missingTexts(form));
        faults.addAll(wrongGoals(form.goals()));
        if (form.concernsPeople() && form.subjectId() == null) {
            faults.add(Fault.of("person.name", PERSON_MISSING));
        }
        if (form.origin() == Form.Origin.REPLICA && form.replicaOf() == null) {
            faults.add(Fault.of("replicaOf", REPLICA_SOURCE_MISSING));
        }
        faults.addAll(RelatedCheck.owners(form));
        for (var i = 0; i < form.resources().size(); i++) {
            if (form.resources().get(i).isUncountable()) {
                faults.add(Fault.of("resources[" + i + "].amount", AMOUNT_NO_NUMBER));
            }
        }
        return faults;
    }

    /** Those of a form about people that has been submitted were there, and may have been erased since. */
    private static List<Fault> missingTexts(Form form) {
        var faults = new ArrayList<Fault>();
        if (form.concernsPeople() && form.texts() != null) {
            return faults;
        }
        if (isBlank(form.name())) {
            faults.add(Fault.of("name", NAME_MISSING));
        }
        if (isBlank(form.situation())) {
            faults.add(Fault.of("situation", SITUATION_MISSING));
        }
        if (isBlank(form.place())) {
            faults.add(Fault.of("place", PLACE_MISSING));
        }
        if (form.goals().stream().noneMatch(Form.Goal::canBeMeasured)) {
            faults.add(Fault.of(form.goals().isEmpty() ? "goals" : "goals[0].target", GOAL_NOT_MEASURABLE));
        }
        return faults;
    }

    private static List<Fault> wrongGoals(List<Form.Goal> goals) {
        var faults = new ArrayList<Fault>();
        var ids = new HashSet<String>();
        for (var i = 0; i < goals.size(); i++) {
            var goal = goals.get(i);
            if (!ids.add(goal.id())) {
                faults.add(Fault.of("goals[" + i + "].id", CODE_TWICE, goal.id()));
            }
            if (!goal.headsRight()) {
                faults.add(Fault.of(
                        "goals[" + i + "].target",
                        GOAL_SPAN,
                        String.valueOf(goal.target()),
                        String.valueOf(goal.baseline()),
                        goal.heads()));
            }
        }
        return faults;
    }

    private static String sorted(Conditions conditions) {
        return String.join(", ", conditions.fields().stream().sorted().toList());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
