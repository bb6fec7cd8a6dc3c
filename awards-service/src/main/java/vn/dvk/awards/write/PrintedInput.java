package vn.dvk.awards.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Printed;

/**
 * What the decision prints of a person or household, and makes public: {@code {"name": "Lô Thị Mai", "title": "…"}}.
 *
 * @param name  of the person, or of the household's head
 * @param title of the entry, as registration shows it to whoever has a role there
 */
public record PrintedInput(
        @NotBlank @Size(max = 300) String name,
        @Nullable @Size(max = 300) String post,
        @Nullable @Size(max = 300) String title) {

    public static @Nullable Printed printedOrNone(@Nullable PrintedInput input) {
        return input == null
                ? null
                : new Printed(input.name(), OptionalText.orNone(input.post()), OptionalText.orNone(input.title()));
    }
}
