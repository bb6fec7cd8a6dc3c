package vn.dvk.registration.write.draftregistrations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Level;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.write.FormBody;

/** The registration form as one row of many; the programme is said once for all of them. See {@link FormBody}. */
record RowBody(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9._:-]{1,80}") String key,
        @Nullable @PastOrPresent LocalDate submitOn,
        @NotBlank @Pattern(regexp = FormBody.CODE) String unit,
        @NotBlank @Size(max = 300) String name,
        @Nullable @Size(max = 40) String field,
        @Nullable RegistrationKind kind,
        @Nullable SubjectType subject,
        @Nullable Level level,
        Form.@Nullable Origin origin,
        @Nullable @Pattern(regexp = FormBody.MODEL) String replicaOf,
        @Nullable @Pattern(regexp = FormBody.MODEL) String replication,
        @Nullable @Size(max = 4000) String situation,
        @Nullable @Size(max = 300) String place,
        @Nullable @Size(max = 1000) String targetGroup,
        @Nullable @Size(max = 50) @Valid List<FormBody.@NotNull GoalBody> goals,
        @Nullable @Size(max = 4000) String method,
        @Nullable @Size(max = 50) @Valid List<FormBody.@NotNull ForceBody> forces,
        @Nullable @Size(max = 50) @Valid List<FormBody.@NotNull ResourceBody> resources,
        @Nullable LocalDate start,
        @Nullable LocalDate evaluationOn,
        @Nullable @Size(max = 4000) String outputs,
        @Nullable @Size(max = 4000) String durability,
        FormBody.@Nullable @Valid PersonBody person,
        @Nullable @PastOrPresent LocalDate chosenOn,
        @Nullable @Size(max = 300) String preparedBy,
        @Nullable @Size(max = 300) String confirmedBy) {

    Form toForm(String programme) {
        return new FormBody(
                        programme,
                        unit,
                        name,
                        field,
                        kind,
                        subject,
                        level,
                        origin,
                        replicaOf,
                        replication,
                        situation,
                        place,
                        targetGroup,
                        goals,
                        method,
                        forces,
                        resources,
                        start,
                        evaluationOn,
                        outputs,
                        durability,
                        person,
                        chosenOn,
                        preparedBy,
                        confirmedBy)
                .toForm();
    }
}
