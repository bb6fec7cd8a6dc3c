package vn.dvk.service.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;

/** What is known of a day by its month or year only may have begun today at the latest. */
public final class NotInTheFuture implements ConstraintValidator<PastOrPresent, Day> {

    @Override
    public boolean isValid(@Nullable Day day, ConstraintValidatorContext context) {
        return day == null
                || !day.first().isAfter(LocalDate.now(context.getClockProvider().getClock()));
    }
}
