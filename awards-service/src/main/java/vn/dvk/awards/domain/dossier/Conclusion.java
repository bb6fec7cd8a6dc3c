package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The council's latest conclusion, as it stands now.
 *
 * @param voided null while it stands
 */
public record Conclusion(Evaluation evaluation, @Nullable Voiding voided) {

    /** That it does not count: the appraisal was returned, or the conclusion was of another model. */
    public record Voiding(String reason, LocalDate on) {}

    static Conclusion of(Evaluation evaluation) {
        return new Conclusion(evaluation, null);
    }

    public boolean stands() {
        return voided == null;
    }

    Conclusion voided(String conclusion, Voiding by) {
        return evaluation.conclusion().equals(conclusion) ? new Conclusion(evaluation, by) : this;
    }
}
