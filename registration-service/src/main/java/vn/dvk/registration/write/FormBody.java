package vn.dvk.registration.write;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.kit.envelope.Json;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.Owner;
import vn.dvk.registration.domain.subject.Description;

/**
 * The registration form as JSON. A draft needs programme, unit and name; what else is missing is said at submission.
 *
 * @param subjectId whose it is, by the id in the register of subjects; or
 * @param person    who it is, of somebody who is not in the register yet
 * @param goals     target rows: {@code {"indicator": "Số hộ tham gia", "measure": "hộ", "baseline": 0, "target": 50}}
 * @param continues id of the entry of an earlier period that it maintains ({@code origin} RUNNING, by default) or UPGRADED
 * @param owners    when there are several: {@code [{"unit": "NA-01", "role": "LEAD", "share": 60}, {"unit": "NA-02",
 *                  "role": "CO_OWNER", "share": 40}]}; who leads is the form's unit
 */
public record FormBody(
        @NotBlank @Pattern(regexp = CODE) String programme,
        @NotBlank @Pattern(regexp = CODE) String unit,
        @NotBlank @Size(max = 300) String name,
        @Nullable @Size(max = 40) String field,
        @Nullable RegistrationKind kind,
        @Nullable SubjectType subject,
        @Nullable @Size(max = 40) String level,
        Form.@Nullable Origin origin,
        @Nullable @Pattern(regexp = MODEL) String replicaOf,
        @Nullable @Pattern(regexp = MODEL) String replication,
        @Nullable @Size(max = 4000) String situation,
        @Nullable @Size(max = 300) String place,
        @Nullable @Size(max = 1000) String targetGroup,
        @Nullable @Size(max = 50) List<@NotNull @Valid GoalBody> goals,
        @Nullable @Size(max = 50) List<@NotNull @Valid MilestoneBody> milestones,
        @Nullable @Size(max = 4000) String method,
        @Nullable @Size(max = 50) List<@NotNull @Valid ForceBody> forces,
        @Nullable @Size(max = 50) List<@NotNull @Valid ResourceBody> resources,
        @Nullable LocalDate start,
        @Nullable LocalDate evaluationOn,
        @Nullable @Size(max = 4000) String outputs,
        @Nullable @Size(max = 4000) String durability,
        @Nullable @Size(min = 1, max = 120) String subjectId,
        @Nullable @Valid SubjectBody person,
        @Nullable @PastOrPresent LocalDate chosenOn,
        @Nullable @Size(max = 300) String preparedBy,
        @Nullable @Size(max = 300) String confirmedBy,
        @Nullable @Pattern(regexp = MODEL) String continues,
        @Nullable @Size(max = 50) List<@NotNull @Valid OwnerBody> owners) {

    /** RegistrationCodes of units and programmes. */
    public static final String CODE = "[A-Z0-9][A-Z0-9-]{0,39}";

    /** Identifiers of models and replications. */
    public static final String MODEL = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** A target row. Whoever gives no id gets one by its place, and sends it back from then on. */
    public record GoalBody(
            @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,40}")
            String id,

            @Nullable @Size(max = 300) String indicator,
            @Nullable @Size(max = 100) String measure,

            @JsonDeserialize(using = NumberText.class) @Nullable @Size(max = 300)
            String baseline,

            @JsonDeserialize(using = NumberText.class) @Nullable @Size(max = 300)
            String target,

            Form.Goal.@Nullable Direction direction,
            @Nullable LocalDate due) {

        private GoalBody called(String other) {
            return new GoalBody(other, indicator, measure, baseline, target, direction, due);
        }

        static List<GoalBody> numbered(List<GoalBody> goals) {
            return IntStream.range(0, goals.size())
                    .mapToObj(i -> goals.get(i).id() == null ? goals.get(i).called("G" + (i + 1)) : goals.get(i))
                    .toList();
        }
    }

    /** A step on the way. */
    public record MilestoneBody(
            @NotBlank @Size(max = 300) String text, @NotNull LocalDate due) {}

    /** Who takes part, and how: {@code {"unit": "Chi hội Phụ nữ", "role": "MOBILIZE"}}. */
    public record ForceBody(
            @NotBlank @Size(max = 300) String unit,
            @NotBlank @Size(max = 40) String role) {}

    /** Money, material, working days; what is in DONG or DAYS is a number and is added up. */
    public record ResourceBody(
            @NotBlank @Size(max = 300) String kind,

            @JsonDeserialize(using = NumberText.class) @Nullable @Size(max = 100)
            String amount,

            @Nullable @Size(max = 300) String source,
            @Nullable @Size(max = 1000) String note,
            Form.Resource.@Nullable Measure measure) {}

    /** One of several units that it belongs to; the share in percent. */
    public record OwnerBody(
            @NotBlank @Pattern(regexp = CODE) String unit,
            Owner.@NotNull Role role,

            @Nullable @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal share) {}

    /**
     * Who it is, if nobody has entered it in the register before.
     *
     * @param name of the person, household or collective
     * @param head of a household
     */
    public record SubjectBody(
            @NotBlank @Size(max = 300) String name,
            @Nullable @Size(min = 1, max = 300) String head,
            @Nullable @Past LocalDate birthDate,
            @Nullable @Size(max = 20) String sex,
            @Nullable @Size(min = 1, max = 300) String post) {

        Description describes(SubjectType type, String unit) {
            return new Description(type, name, head, post, unit, birthDate, sex);
        }
    }

    public FormBody {
        origin = origin != null ? origin : continues == null ? Form.Origin.NEW : Form.Origin.RUNNING;
        goals = goals == null ? List.of() : GoalBody.numbered(goals);
        milestones = milestones == null ? List.of() : milestones;
        forces = forces == null ? List.of() : forces;
        resources = resources == null ? List.of() : resources;
        owners = owners == null ? List.of() : owners;
    }

    /** By name: the form has the same components, only without what is demanded of them; a test holds the two equal. */
    public Form toForm() {
        return Json.MAPPER.convertValue(this, Form.class);
    }
}
