package vn.dvk.awards.web;

import org.jspecify.annotations.Nullable;

/** Text that may be left out: nothing typed is the same as nothing said. */
public final class Texts {

    private Texts() {}

    public static @Nullable String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
