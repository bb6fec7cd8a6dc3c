package vn.dvk.evaluation.messaging.incoming;

import vn.dvk.evaluation.domain.Kind;
import vn.dvk.evaluation.domain.Subject;
import vn.dvk.evaluation.domain.process.Model;

/** Data of a registered model was corrected; these are the new values. */
public record ModelAmended(
        String model,
        String code,
        String name,
        String programme,
        String unit,
        String field,
        Kind kind,
        Subject subject) {

    public Model dimensions() {
        return new Model(model, code, name, programme, unit, field, kind, subject);
    }
}
