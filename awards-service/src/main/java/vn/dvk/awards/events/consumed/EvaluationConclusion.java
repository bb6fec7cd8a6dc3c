package vn.dvk.awards.events.consumed;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.dossier.Evaluation;
import vn.dvk.kit.decide.Precision;

/**
 * What the council has concluded about a model.
 *
 * @param conclusion id by which it can be voided
 * @param precision  how much of the day is known; null: all of it
 */
public record EvaluationConclusion(
        String conclusion,
        boolean passed,
        boolean eligible,
        String grade,
        @Nullable Double total,
        LocalDate on,
        @Nullable Precision precision) {

    public Evaluation evaluation() {
        return new Evaluation(
                Objects.requireNonNull(conclusion, "conclusion"),
                passed,
                eligible,
                Objects.requireNonNull(grade, "grade"),
                total,
                Objects.requireNonNull(on, "on"),
                precision);
    }
}
