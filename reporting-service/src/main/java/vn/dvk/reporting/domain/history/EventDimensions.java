package vn.dvk.reporting.domain.history;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every event says of the model it is about. An award for the movement has no model, code, name, field or kind.
 *
 * @param on business date: the day it happened, which may be long before it was recorded
 */
public record EventDimensions(
        @Nullable String model,
        @Nullable String code,
        @Nullable String name,
        String programme,
        String unit,
        @Nullable String field,
        @Nullable String kind,
        String subject,
        LocalDate on) {

    public EventDimensions {
        Objects.requireNonNull(programme, "programme");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(on, "on");
    }
}
