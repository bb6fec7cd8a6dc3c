package vn.dvk.awards.events.published;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.ModelKind;
import vn.dvk.awards.domain.Subject;

/** The dimensions that every body about a model carries; the other fields stand beside them. */
record ModelBody(
        String model,
        String code,
        @Nullable String name,
        String programme,
        String unit,
        String field,
        ModelKind kind,
        Subject subject,
        LocalDate on) {

    static ModelBody of(Dimensions dimensions, LocalDate on) {
        return new ModelBody(
                dimensions.model(),
                dimensions.code(),
                dimensions.name(),
                dimensions.programme(),
                dimensions.unit(),
                dimensions.field(),
                dimensions.kind(),
                dimensions.subject(),
                on);
    }
}
