package vn.dvk.awards.events.consumed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.Level;
import vn.dvk.awards.domain.ModelKind;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.dossier.Entry;

/** A registered, corrected, changed, transferred or ended model; an ending says only the dimensions. */
public record ModelRegistration(
        String model,
        String code,
        @Nullable String name,
        String programme,
        String unit,
        String field,
        ModelKind kind,
        Subject subject,
        @Nullable String subjectId,
        LocalDate on,
        @Nullable Level level,
        @Nullable String place) {

    public Entry entry() {
        return new Entry(
                new Dimensions(model, code, name, programme, unit, field, kind, subject, subjectId), level, place);
    }
}
