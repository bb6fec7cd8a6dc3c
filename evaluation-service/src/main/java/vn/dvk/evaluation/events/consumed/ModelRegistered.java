package vn.dvk.evaluation.events.consumed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.ModelKind;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.process.Model;
import vn.dvk.evaluation.domain.process.Registration;
import vn.dvk.kit.decide.Precision;

/**
 * A model was accepted by the superior.
 *
 * @param precision how much of that day is known; null: all of it
 */
public record ModelRegistered(
        String model,
        String code,
        @Nullable String name,
        String programme,
        String unit,
        String field,
        ModelKind kind,
        SubjectType subject,
        LocalDate on,
        @Nullable LocalDate chosenOn,
        LocalDate submittedOn,
        LocalDate selectedOn,
        Paper approval,
        @Nullable Precision precision) {

    public Model toModel() {
        return new Model(model, code, name, programme, unit, field, kind, subject);
    }

    public Registration registration() {
        return new Registration(chosenOn, submittedOn, selectedOn, on, approval, precision);
    }
}
