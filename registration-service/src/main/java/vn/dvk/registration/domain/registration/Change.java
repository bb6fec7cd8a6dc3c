package vn.dvk.registration.domain.registration;

import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Level;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;

/** What an amendment changes; null leaves a field as it is. */
public record Change(
        @Nullable String name,
        @Nullable String field,
        @Nullable String unit,
        @Nullable RegistrationKind kind,
        @Nullable SubjectType subject,
        @Nullable Level level,
        @Nullable String place,
        Form.@Nullable Person person) {

    Form appliedTo(Form form) {
        return new Form(
                form.programme(),
                or(unit, form.unit()),
                or(name, form.name()),
                field == null ? form.field() : field,
                kind == null ? form.kind() : kind,
                subject == null ? form.subject() : subject,
                level == null ? form.level() : level,
                form.origin(),
                form.replicaOf(),
                form.replication(),
                form.situation(),
                place == null ? form.place() : place,
                form.targetGroup(),
                form.goals(),
                form.method(),
                form.forces(),
                form.resources(),
                form.start(),
                form.evaluationOn(),
                form.outputs(),
                form.durability(),
                person == null ? form.person() : person,
                form.chosenOn(),
                form.preparedBy(),
                form.confirmedBy());
    }

    private static String or(@Nullable String changed, String before) {
        return changed == null ? before : changed;
    }
}
