package vn.dvk.awards.write.grantmovementaward;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.write.OptionalText;

/** Who receives it, by the name on the decision. */
record RecipientInput(
        @NotBlank @Size(max = 300) String name,
        @Nullable @Size(max = 300) String post,
        @NotBlank @Size(max = 40) String unit) {

    Recipient recipient() {
        return new Recipient(name, OptionalText.orNone(post), unit);
    }
}
