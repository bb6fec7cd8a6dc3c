package vn.dvk.awards.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Recipient;

/**
 * Who receives it, by the name on the decision.
 *
 * @param subject id in registration's register, if known
 */
public record RecipientInput(
        @NotBlank @Size(max = 300) String name,
        @Nullable @Size(max = 300) String post,
        @NotBlank @Size(max = 40) String unit,
        @Nullable @Size(max = 80) String subject) {

    public Recipient recipient() {
        return new Recipient(name, OptionalText.orNone(post), unit, OptionalText.orNone(subject));
    }
}
