package vn.dvk.registration.write;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.Json;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.Accepted;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.NewValues;
import vn.dvk.registration.domain.registration.Registration.Known;
import vn.dvk.service.web.KnownDay;

/**
 * A correction or a change: when, why, by which document, and the fields that get another value, called as in the form:
 * {@code {"on": "2025-04-15", "reason": "Ghi nhầm lĩnh vực", "field": "VHXH"}}. What is left out stays.
 *
 * @param empty    names of optional fields in which nothing is said any more: {@code ["targetGroup", "level"]}
 * @param accepted of a correction: the acceptance as it should have been told, whole: {@code {"on": "2024-02-06",
 *                 "approval": {"number": "16-TB/ĐU", "date": "2024-02-06", "issuer": "Đảng ủy xã"}}}
 */
public record NewValuesBody(
        @NotNull @PastOrPresent LocalDate on,
        @NotBlank @Size(max = 1000) String reason,
        @Nullable @Valid PaperBody paper,
        @Nullable @Pattern(regexp = FormBody.CODE) String unit,
        @Nullable @Size(min = 1, max = 300) String name,
        @Nullable @Size(max = 40) String field,
        @Nullable RegistrationKind kind,
        @Nullable SubjectType subject,
        @Nullable @Size(max = 40) String level,
        @Nullable @Size(max = 4000) String situation,
        @Nullable @Size(min = 1, max = 300) String place,
        @Nullable @Size(max = 1000) String targetGroup,
        @Nullable @Size(max = 50) List<FormBody.@NotNull @Valid GoalBody> goals,
        @Nullable @Size(max = 50) List<FormBody.@NotNull @Valid MilestoneBody> milestones,
        @Nullable @Size(max = 4000) String method,
        @Nullable @Size(max = 50) List<FormBody.@NotNull @Valid ForceBody> forces,
        @Nullable @Size(max = 50) List<FormBody.@NotNull @Valid ResourceBody> resources,
        @Nullable LocalDate start,
        @Nullable LocalDate evaluationOn,
        @Nullable @Size(max = 4000) String outputs,
        @Nullable @Size(max = 4000) String durability,
        @Nullable @Size(min = 1, max = 120) String subjectId,
        @Nullable @PastOrPresent LocalDate chosenOn,
        @Nullable @Size(max = 300) String preparedBy,
        @Nullable @Size(max = 300) String confirmedBy,
        @Nullable @Pattern(regexp = FormBody.MODEL) String continues,
        @Nullable @Size(max = 50) List<FormBody.@NotNull @Valid OwnerBody> owners,
        Form.@Nullable Origin origin,
        @Nullable @Pattern(regexp = FormBody.MODEL) String replicaOf,
        @Nullable @Size(max = 30) List<@NotBlank @Size(max = 40) String> empty,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable @Valid
        AcceptedBody accepted) {

    /** As it is told when it is accepted. */
    public record AcceptedBody(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @NotNull @Valid KnownPaperBody approval) {

        Accepted toAccepted() {
            return Accepted.of(on, approval.toPaper());
        }
    }

    public NewValuesBody {
        goals = goals == null ? null : FormBody.GoalBody.numbered(goals);
    }

    /** By name, as {@link FormBody#toForm} does, but for the acceptance; a test holds the two equal. */
    public NewValues toValues() {
        return Json.MAPPER.convertValue(this, NewValues.class).with(accepted == null ? null : accepted.toAccepted());
    }

    /** The day as of which a correction is checked: that of the acceptance, as it is or as it should have been told. */
    public LocalDate registeredOn(Known known) {
        return accepted == null ? known.registeredOnOr(on) : accepted.on().on();
    }
}
