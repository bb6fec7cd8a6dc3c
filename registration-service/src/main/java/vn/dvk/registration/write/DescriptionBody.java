package vn.dvk.registration.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.subject.Description;

/**
 * An entry of the subject register: {@code {"type": "INDIVIDUAL", "name": "Lô Thị Mai", "unit": "NA-01"}}.
 *
 * @param head of a household: chủ hộ
 */
public record DescriptionBody(
        @NotNull SubjectType type,
        @NotBlank @Size(max = 300) String name,
        @Nullable @Size(min = 1, max = 300) String head,
        @Nullable @Size(min = 1, max = 300) String post,
        @Nullable @Pattern(regexp = FormBody.CODE) String unit,
        @Nullable @Past LocalDate birthDate,
        @Nullable @Size(max = 20) String sex) {

    public Description toDescription() {
        return new Description(type, name, head, post, unit, birthDate, sex);
    }
}
