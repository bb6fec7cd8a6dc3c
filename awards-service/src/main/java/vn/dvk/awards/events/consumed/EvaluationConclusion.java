package vn.dvk.awards.events.consumed;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.dossier.Evaluation;

/**
 * What the council has concluded about a model.
 *
 * @param conclusion id by which it can be voided
 */
public record EvaluationConclusion(
        String conclusion,
        boolean passed,
        boolean eligible,
        String grade,
        @Nullable Double total,
        LocalDate on) {

    public Evaluation evaluation() {
        return new Evaluation(
                Objects.requireNonNull(conclusion, "conclusion"),
                passed,
                eligible,
                Objects.requireNonNull(grade, "grade"),
                total,
                Objects.requireNonNull(on, "on"));
    }
}
