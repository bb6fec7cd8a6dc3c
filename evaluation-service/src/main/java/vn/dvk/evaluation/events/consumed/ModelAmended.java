package vn.dvk.evaluation.events.consumed;

import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.ModelKind;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.process.Model;

/** A registered model was corrected, changed or transferred; these are the new values. */
public record ModelAmended(
        String model,
        String code,
        @Nullable String name,
        String programme,
        String unit,
        String field,
        ModelKind kind,
        SubjectType subject) {

    public Model toModel() {
        return new Model(model, code, name, programme, unit, field, kind, subject);
    }
}
