package vn.dvk.awards.events.consumed;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.dossier.Evaluation;

/** What the council has concluded about a model. */
public record EvaluationConclusion(
        boolean passed,
        boolean eligible,
        String grade,
        @Nullable Double total,
        LocalDate on) {

    public Evaluation evaluation() {
        return new Evaluation(
                passed, eligible, Objects.requireNonNull(grade, "grade"), total, Objects.requireNonNull(on, "on"));
    }
}
