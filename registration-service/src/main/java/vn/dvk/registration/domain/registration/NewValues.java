package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;

/**
 * What a correction or a change puts in the place of what the form says; null leaves a field as it is.
 *
 * <p>Programme and origin are not among it: the code bears the one, the source's dossier waits for the other.
 */
public record NewValues(
        @Nullable String unit,
        @Nullable String name,
        @Nullable String field,
        @Nullable RegistrationKind kind,
        @Nullable SubjectType subject,
        @Nullable String level,
        @Nullable String situation,
        @Nullable String place,
        @Nullable String targetGroup,
        @Nullable List<Form.Goal> goals,
        @Nullable List<Form.Milestone> milestones,
        @Nullable String method,
        @Nullable List<Form.Force> forces,
        @Nullable List<Form.Resource> resources,
        @Nullable LocalDate start,
        @Nullable LocalDate evaluationOn,
        @Nullable String outputs,
        @Nullable String durability,
        Form.@Nullable Person person,
        @Nullable LocalDate chosenOn,
        @Nullable String preparedBy,
        @Nullable String confirmedBy) {

    static NewValues ofUnit(String unit) {
        return new NewValues(
                unit, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null);
    }

    static NewValues ofPerson(Form.Person person) {
        return new NewValues(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, person, null, null, null);
    }

    public NewValues withoutPrivateParts() {
        return new NewValues(
                unit,
                name,
                field,
                kind,
                subject,
                level,
                situation,
                place,
                targetGroup,
                goals,
                milestones,
                method,
                forces,
                resources,
                start,
                evaluationOn,
                outputs,
                durability,
                person == null ? null : person.withoutPrivateParts(),
                chosenOn,
                preparedBy,
                confirmedBy);
    }

    Form appliedTo(Form form) {
        return new Form(
                form.programme(),
                unit == null ? form.unit() : unit,
                name == null ? form.name() : name,
                or(field, form.field()),
                or(kind, form.kind()),
                or(subject, form.subject()),
                or(level, form.level()),
                form.origin(),
                form.replicaOf(),
                form.replication(),
                or(situation, form.situation()),
                or(place, form.place()),
                or(targetGroup, form.targetGroup()),
                goals == null ? form.goals() : goals,
                milestones == null ? form.milestones() : milestones,
                or(method, form.method()),
                forces == null ? form.forces() : forces,
                resources == null ? form.resources() : resources,
                or(start, form.start()),
                or(evaluationOn, form.evaluationOn()),
                or(outputs, form.outputs()),
                or(durability, form.durability()),
                or(person, form.person()),
                or(chosenOn, form.chosenOn()),
                or(preparedBy, form.preparedBy()),
                or(confirmedBy, form.confirmedBy()));
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T before) {
        return given == null ? before : given;
    }
}
