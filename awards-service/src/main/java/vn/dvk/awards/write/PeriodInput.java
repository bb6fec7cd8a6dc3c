package vn.dvk.awards.write;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Period;

/** A time as a request names it; both days included. */
public record PeriodInput(@NotNull LocalDate from, @NotNull LocalDate to) {

    public static @Nullable Period periodOrNone(@Nullable PeriodInput input) {
        return input == null ? null : new Period(input.from(), input.to());
    }
}
