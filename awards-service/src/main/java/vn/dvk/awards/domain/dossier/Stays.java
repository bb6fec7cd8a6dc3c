package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which unit has led the model since when. What it says of a day is the same on any later day.
 *
 * @param registered the day of the registration; null: it has not arrived
 * @param all        in the order in which they were told; of those that had begun by a day, the last one told counts
 */
public record Stays(@Nullable LocalDate registered, List<Stay> all) {

    /**
     * From that day on it was there.
     *
     * @param unit   null: nowhere any more
     * @param merger id of the one by which it got there by itself
     */
    public record Stay(
            LocalDate from, @Nullable String unit, @Nullable String merger) {}

    static final Stays NONE = new Stays(null, List.of());

    public Stays {
        all = List.copyOf(all);
    }

    static Stays registered(LocalDate on, String unit) {
        return new Stays(on, List.of(new Stay(on, unit, null)));
    }

    /** @param was where it was until this was told; null: nothing was known of it */
    Stays amended(@Nullable String was, String unit, LocalDate on, @Nullable Merger merger) {
        if (merger != null && merger.undone()) {
            return new Stays(
                    registered,
                    all.stream()
                            .filter(one -> !merger.succession().equals(one.merger()))
                            .toList());
        }
        return unit.equals(was) ? this : plus(new Stay(on, unit, merger == null ? null : merger.succession()));
    }

    Stays ended(LocalDate on) {
        return plus(new Stay(on, null, null));
    }

    private Stays plus(Stay one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return new Stays(registered, more);
    }

    /** @return nothing before its registration, and from its withdrawal on */
    public @Nullable String unitOn(LocalDate day) {
        if (registered != null && day.isBefore(registered)) {
            return null; // its unit may have been merged before it was accepted
        }
        return all.stream()
                .filter(one -> !one.from().isAfter(day))
                .reduce((_, last) -> last)
                .map(Stay::unit)
                .orElse(null);
    }

    /** Those with a unit, by which whoever asks later finds {@linkplain #leading the one that led it}. */
    public List<Stay> led() {
        return all.stream().filter(one -> one.unit() != null).toList();
    }

    /** Which unit's affair it is on a day: before its registration the first one's, after its withdrawal the last one's. */
    public static String leading(List<Stay> led, LocalDate day, String otherwise) {
        return led.stream()
                .filter(one -> !one.from().isAfter(day))
                .reduce((_, last) -> last)
                .or(() -> led.stream().findFirst())
                .map(Stay::unit)
                .filter(Objects::nonNull)
                .orElse(otherwise);
    }
}
