package vn.dvk.kit.decide;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A business date as far as it is known.
 *
 * @param on the day it counts by: the last one that it can have been, or the programme's cut-off where that comes before
 */
public record Day(LocalDate on, Precision precision) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

    public static Day of(LocalDate on) {
        return new Day(on, Precision.DAY);
    }

    /** @param precision null where it is exact, which is not written down */
    public static Day of(LocalDate on, @Nullable Precision precision) {
        return new Day(on, precision == null ? Precision.DAY : precision);
    }

    public boolean isExact() {
        return precision == Precision.DAY;
    }

    /** The first one that it can have been. */
    public LocalDate first() {
        return switch (precision) {
            case DAY -> on;
            case MONTH -> on.withDayOfMonth(1);
            case YEAR -> on.withDayOfYear(1);
        };
    }

    /** Counted by the cut-off, if that falls into what is known. */
    public Day notPast(LocalDate cutOff) {
        return !cutOff.isBefore(first()) && cutOff.isBefore(on) ? new Day(cutOff, precision) : this;
    }

    /** For what is written down: nothing where it is exact. */
    public @Nullable Precision inexact() {
        return isExact() ? null : precision;
    }

    /** As people say it: {@code 2018}, {@code 10/2019}; null where the day itself is known. */
    public @Nullable String asKnown() {
        return switch (precision) {
            case DAY -> null;
            case MONTH -> on.format(MONTH);
            case YEAR -> Integer.toString(on.getYear());
        };
    }
}
