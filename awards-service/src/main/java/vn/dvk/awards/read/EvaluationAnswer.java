package vn.dvk.awards.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.dossier.Conclusion;

/**
 * What the council concluded, as answers show it.
 *
 * @param voided absent while it stands
 */
public record EvaluationAnswer(
        String conclusion,
        boolean passed,
        boolean eligible,
        String grade,
        @Nullable Double total,
        LocalDate on,
        Conclusion.@Nullable Voiding voided) {

    public static @Nullable EvaluationAnswer of(@Nullable Conclusion conclusion) {
        if (conclusion == null) {
            return null;
        }
        var said = conclusion.evaluation();
        return new EvaluationAnswer(
                said.conclusion(),
                said.passed(),
                said.eligible(),
                said.grade(),
                said.total(),
                said.on(),
                conclusion.voided());
    }
}
