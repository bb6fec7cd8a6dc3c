package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.Form.Origin;

/**
 * What a correction or a change puts in the place of what the form says; null leaves a field as it is, unless it is named
 * among those that are emptied.
 *
 * <p>The programme is not among it: the code bears it. Origin and source are put right only, and not where a replication
 * has brought them.
 *
 * @param subjectId another subject of the register: the wrong one was named
 * @param empty     names of fields in which nothing is said any more
 * @param accepted  the acceptance, of a correction only
 * @param texts     of values that a stream keeps and that are about people: where their texts are, as with a {@link Form}
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
        @Nullable String subjectId,
        @Nullable LocalDate chosenOn,
        @Nullable String preparedBy,
        @Nullable String confirmedBy,
        @Nullable String continues,
        @Nullable List<Owner> owners,
        @Nullable String texts,
        @Nullable Origin origin,
        @Nullable String replicaOf,
        List<String> empty,
        @Nullable Accepted accepted) {

    /** What may be said of an entry and need not: nothing else can be emptied. */
    public static final List<String> CAN_BE_EMPTIED = Stream.concat(
                    Form.REQUIRABLE.keySet().stream(), Stream.of("subjectId", "continues", "replicaOf", "owners"))
            .toList();

    public NewValues {
        // Whoever empties nothing does not say so.
        empty = empty == null ? List.of() : List.copyOf(empty);
    }

    /** Values that say nothing of where it comes from. */
    public NewValues(
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
            @Nullable String subjectId,
            @Nullable LocalDate chosenOn,
            @Nullable String preparedBy,
            @Nullable String confirmedBy,
            @Nullable String continues,
            @Nullable List<Owner> owners,
            @Nullable String texts) {
        this(
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
                subjectId,
                chosenOn,
                preparedBy,
                confirmedBy,
                continues,
                owners,
                texts,
                null,
                null,
                List.of(),
                null);
    }

    /** Values that say nothing of chain and owners. */
    public NewValues(
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
            @Nullable String subjectId,
            @Nullable LocalDate chosenOn,
            @Nullable String preparedBy,
            @Nullable String confirmedBy,
            @Nullable String texts) {
        this(
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
                subjectId,
                chosenOn,
                preparedBy,
                confirmedBy,
                null,
                null,
                texts);
    }

    static NewValues ofUnit(String unit) {
        return new NewValues(
                unit, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);
    }

    static NewValues ofOwners(List<Owner> owners) {
        return new NewValues(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, owners, null);
    }

    /** As a stream keeps them, of a registration about people. */
    public NewValues sealed(String registration) {
        return new NewValues(
                unit,
                null,
                field,
                kind,
                subject,
                level,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                start,
                evaluationOn,
                null,
                null,
                subjectId,
                chosenOn,
                null,
                null,
                continues,
                owners,
                Form.idOf(registration, this),
                origin,
                replicaOf,
                empty,
                accepted);
    }

    /** The same, and how it was accepted. */
    public NewValues with(@Nullable Accepted other) {
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
                subjectId,
                chosenOn,
                preparedBy,
                confirmedBy,
                continues,
                owners,
                texts,
                origin,
                replicaOf,
                empty,
                other);
    }

    /** Another unit takes the place of the one that leads among the owners too, unless they are said anew. */
    public Form appliedTo(Form form) {
        return new Form(
                form.programme(),
                unit == null ? form.unit() : unit,
                or(name, form.name()),
                or(field, form.field()),
                or(kind, form.kind()),
                or(subject, form.subject()),
                or(level, "level", form.level()),
                origin == null ? form.origin() : origin,
                or(replicaOf, "replicaOf", form.replicaOf()),
                form.replication(),
                or(situation, form.situation()),
                or(place, form.place()),
                or(targetGroup, "targetGroup", form.targetGroup()),
                goals == null ? form.goals() : goals,
                rows(milestones, "milestones", form.milestones()),
                or(method, "method", form.method()),
                rows(forces, "forces", form.forces()),
                rows(resources, "resources", form.resources()),
                or(start, "start", form.start()),
                or(evaluationOn, "evaluationOn", form.evaluationOn()),
                or(outputs, "outputs", form.outputs()),
                or(durability, "durability", form.durability()),
                or(subjectId, "subjectId", form.subjectId()),
                or(chosenOn, "chosenOn", form.chosenOn()),
                or(preparedBy, "preparedBy", form.preparedBy()),
                or(confirmedBy, "confirmedBy", form.confirmedBy()),
                or(continues, "continues", form.continues()),
                owners != null || empty.contains("owners")
                        ? rows(owners, "owners", List.of())
                        : unit == null ? form.owners() : Owner.handedOver(form.owners(), form.unit(), unit),
                form.texts());
    }

    private <T> @Nullable T or(@Nullable T given, String field, @Nullable T before) {
        return given == null && empty.contains(field) ? null : or(given, before);
    }

    private <T> List<T> rows(@Nullable List<T> given, String field, List<T> before) {
        return given != null ? given : empty.contains(field) ? List.of() : before;
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T before) {
        return given == null ? before : given;
    }
}
