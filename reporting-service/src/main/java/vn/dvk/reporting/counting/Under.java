package vn.dvk.reporting.counting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts of some units, of some time.
 *
 * @param units ended ones among them; null for all
 * @param from  first day that facts are attributed by; null for no beginning
 * @param until exclusive; null for no end
 * @param heirs only facts with exactly these, empty for those without; null for all
 */
public record Under(
        @Nullable Set<String> units,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String heirs) {

    public Under {
        units = units == null ? null : Set.copyOf(units);
    }

    /** Empty if the two times have no day in common. */
    Optional<Under> within(@Nullable LocalDate first, @Nullable LocalDate end) {
        var begins = from == null || first != null && first.isAfter(from) ? first : from;
        var ends = until == null || end != null && end.isBefore(until) ? end : until;
        return begins != null && ends != null && !begins.isBefore(ends)
                ? Optional.empty()
                : Optional.of(new Under(units, begins, ends, heirs));
    }

    static Under of(Set<String> units) {
        return new Under(units, null, null, null);
    }
}
