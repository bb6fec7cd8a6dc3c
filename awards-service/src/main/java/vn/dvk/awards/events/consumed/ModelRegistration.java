package vn.dvk.awards.events.consumed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.ModelKind;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.dossier.Entry;
import vn.dvk.awards.domain.dossier.Merger;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * A registered, corrected, changed, transferred or ended model; an ending says only the dimensions.
 *
 * @param succession the merger by which a transfer happened by itself
 * @param undone     it never did
 * @param precision  of a registration, how much of the day is known; null: all of it
 */
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
        @Nullable String level,
        @Nullable String place,
        @Nullable String succession,
        @Nullable Boolean undone,
        @Nullable Precision precision) {

    public Day day() {
        return Day.of(on, precision);
    }

    /** Whether it only follows its unit, or no longer does. */
    public @Nullable Merger merger() {
        return succession == null ? null : new Merger(succession, Boolean.TRUE.equals(undone));
    }

    public Entry entry() {
        return new Entry(
                new Dimensions(model, code, name, programme, unit, field, kind, subject, subjectId), level, place);
    }
}
