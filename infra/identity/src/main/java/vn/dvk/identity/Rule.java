package vn.dvk.identity;

import org.jspecify.annotations.Nullable;

/** Says which rule of the people file is broken; the reader of the file adds where. */
final class Rule {

    private Rule() {}

    static void require(boolean kept, String broken, @Nullable Object... details) {
        if (!kept) {
            throw new IllegalArgumentException(broken.formatted(details));
        }
    }
}
