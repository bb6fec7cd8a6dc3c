package vn.dvk.registration.domain.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;

/**
 * One reorganization (sắp xếp), as each unit concerned remembers it.
 *
 * @param units      the units it happened to
 * @param successors the units that go on; empty if none does
 * @param effective  first day of the new state
 * @param name       the new name, for {@link Type#RENAMED}
 * @param parent     the new superior, for {@link Type#MOVED}
 * @param basis      the decision in words, where its number is not known
 */
public record Succession(
        Type type,
        List<String> units,
        List<String> successors,
        LocalDate effective,
        @Nullable String name,
        @Nullable String parent,
        @Nullable Paper decision,
        @Nullable String basis) {

    /** What happened. */
    public enum Type {
        CREATED,
        RENAMED,
        MOVED,
        /** n to 1. */
        MERGED,
        /** 1 to n. */
        SPLIT,
        DISSOLVED;

        private boolean ends() {
            return this == MERGED || this == SPLIT || this == DISSOLVED;
        }
    }

    public Succession {
        units = List.copyOf(units);
        successors = List.copyOf(successors);
    }

    /** Whether that unit is no more from the effective day on: not if it is what the others were merged into. */
    public boolean ends(String unit) {
        return type.ends() && units.contains(unit) && !successors.contains(unit);
    }
}
