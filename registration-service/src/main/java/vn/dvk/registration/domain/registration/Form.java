package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Level;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;

/**
 * The registration form (phiếu đăng ký mô hình, điển hình). A draft may have gaps; {@link Completeness} says which ones
 * matter.
 *
 * @param situation   the problem: situation and reason
 * @param goals       target rows, each with a number one can check later
 * @param level       level applied for
 * @param replicaOf   the model it is a replica of, for {@link Origin#REPLICA}
 * @param replication the replication that led to it
 * @param chosenOn    the meeting that chose the content
 */
public record Form(
        String programme,
        String unit,
        String name,
        @Nullable String field,
        @Nullable RegistrationKind kind,
        @Nullable SubjectType subject,
        @Nullable Level level,
        Origin origin,
        @Nullable String replicaOf,
        @Nullable String replication,
        @Nullable String situation,
        @Nullable String place,
        @Nullable String targetGroup,
        List<Goal> goals,
        @Nullable String method,
        List<Force> forces,
        List<Resource> resources,
        @Nullable LocalDate start,
        @Nullable LocalDate evaluationOn,
        @Nullable String outputs,
        @Nullable String durability,
        @Nullable Person person,
        @Nullable LocalDate chosenOn,
        @Nullable String preparedBy,
        @Nullable String confirmedBy) {

    /** Where it comes from. New, maintained and replicated are different numbers. */
    public enum Origin {
        NEW,
        RUNNING,
        UPGRADED,
        REPLICA
    }

    /**
     * A target row.
     *
     * @param measure the unit of measure: hộ, người, triệu đồng
     */
    public record Goal(
            @Nullable String indicator,
            @Nullable String measure,
            @Nullable String baseline,
            @Nullable String target) {

        /** A figure and what it counts: the least that can be checked afterwards. */
        boolean isMeasurable() {
            return target != null
                    && target.chars().anyMatch(Character::isDigit)
                    && measure != null
                    && !measure.isBlank();
        }
    }

    public record Force(String unit, String role) {}

    public record Resource(
            String kind, @Nullable String amount, @Nullable String note) {}

    /** For an individual. Birth date and sex are never published, and shown only to those who work on the form. */
    public record Person(
            String name,
            @Nullable LocalDate birthDate,
            @Nullable String sex,
            @Nullable String post) {

        Person withoutPrivateParts() {
            return new Person(name, null, null, post);
        }
    }

    /** Without what is nobody's business but that of those who work on it. */
    public Form withoutPrivateParts() {
        return person == null
                ? this
                : NewValues.ofPerson(person.withoutPrivateParts()).appliedTo(this);
    }

    /** Every field by its name, in the order of the form. */
    static final Map<String, Function<Form, @Nullable Object>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("programme", Form::programme);
        FIELDS.put("unit", Form::unit);
        FIELDS.put("name", Form::name);
        FIELDS.put("field", Form::field);
        FIELDS.put("kind", Form::kind);
        FIELDS.put("subject", Form::subject);
        FIELDS.put("level", Form::level);
        FIELDS.put("origin", Form::origin);
        FIELDS.put("replicaOf", Form::replicaOf);
        FIELDS.put("replication", Form::replication);
        FIELDS.put("situation", Form::situation);
        FIELDS.put("place", Form::place);
        FIELDS.put("targetGroup", Form::targetGroup);
        FIELDS.put("goals", Form::goals);
        FIELDS.put("method", Form::method);
        FIELDS.put("forces", Form::forces);
        FIELDS.put("resources", Form::resources);
        FIELDS.put("start", Form::start);
        FIELDS.put("evaluationOn", Form::evaluationOn);
        FIELDS.put("outputs", Form::outputs);
        FIELDS.put("durability", Form::durability);
        FIELDS.put("person", Form::person);
        FIELDS.put("chosenOn", Form::chosenOn);
        FIELDS.put("preparedBy", Form::preparedBy);
        FIELDS.put("confirmedBy", Form::confirmedBy);
    }

    /** The names of the fields in which the other one differs. */
    public List<String> differingFrom(Form other) {
        return FIELDS.entrySet().stream()
                .filter(field -> !Objects.equals(
                        field.getValue().apply(this), field.getValue().apply(other)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is known of a replica before its unit has written anything. */
    public static Form ofReplica(
            String programme,
            String unit,
            String name,
            String field,
            RegistrationKind kind,
            SubjectType subject,
            String model,
            String replication,
            @Nullable String place) {
        return new Form(
                programme,
                unit,
                name,
                field,
                kind,
                subject,
                null,
                Origin.REPLICA,
                model,
                replication,
                null,
                place,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public Form {
        goals = List.copyOf(goals);
        forces = List.copyOf(forces);
        resources = List.copyOf(resources);
    }
}
