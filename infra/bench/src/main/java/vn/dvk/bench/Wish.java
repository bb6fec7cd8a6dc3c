package vn.dvk.bench;

import static vn.dvk.bench.Words.both;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the caller wants measured.
 *
 * @param quick fewer pairs and shorter legs
 * @param ids   in their own order, none means all
 */
record Wish(boolean quick, Set<Id> ids) {

    /** As in the list of targets; M8 and M9 come with what they measure. */
    enum Id {
        M1,
        M2,
        M3,
        M4,
        M5,
        M6,
        M7,
        M10
    }

    /** @throws IllegalArgumentException with one sentence when a word is not understood */
    static Wish of(List<String> arguments) {
        var quick = false;
        var ids = EnumSet.noneOf(Id.class);
        for (var word : arguments) {
            if (word.equals("--quick")) {
                quick = true;
            } else {
                ids.add(id(word));
            }
        }
        return new Wish(quick, ids.isEmpty() ? EnumSet.allOf(Id.class) : ids);
    }

    private static Id id(String word) {
        for (var id : Id.values()) {
            if (id.name().equals(word.toUpperCase(Locale.ROOT))) {
                return id;
            }
        }
        throw new IllegalArgumentException(both(
                        "Không có phép đo “%1$s”, chỉ có --quick và %2$s.",
                        "There is no “%1$s” to measure; there are --quick and %2$s.")
                .formatted(word, List.of(Id.values())));
    }
}
