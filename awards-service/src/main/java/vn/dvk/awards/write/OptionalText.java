package vn.dvk.awards.write;

import org.jspecify.annotations.Nullable;

/** Text that may be left out: nothing typed is the same as nothing said. */
public final class OptionalText {

    private OptionalText() {}

    public static @Nullable String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
