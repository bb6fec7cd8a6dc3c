package vn.dvk.evaluation.events.published;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.ModelKind;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.process.Model;

/** What every body carries, so that whoever counts need not ask: the model as it was then, and the business date. */
record Dimensions(
        String model,
        String code,
        @Nullable String name,
        String programme,
        String unit,
        String field,
        ModelKind kind,
        SubjectType subject,
        LocalDate on) {

    /** Nothing is said of a list that is empty. */
    static @Nullable List<String> orNone(List<String> some) {
        return some.isEmpty() ? null : some;
    }

    static Dimensions of(Model model, LocalDate on) {
        return new Dimensions(
                model.id(),
                model.code(),
                model.name(),
                model.programme(),
                model.unit(),
                model.field(),
                model.kind(),
                model.subject(),
                on);
    }
}
