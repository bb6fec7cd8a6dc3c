package vn.dvk.awards.domain.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Evidence;

/**
 * A decision that is being prepared (dự thảo): as much of its text as there is. It has no place in the register yet.
 *
 * @param items how many recognitions and awards it announces
 * @param note  for whoever prepares it; it is not part of the decision
 */
public record DecisionDraft(
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String issuer,
        @Nullable String unit,
        @Nullable String signer,
        @Nullable String capacity,
        List<String> legalBasis,
        List<Evidence> evidence,
        List<String> answers,
        @Nullable Integer items,
        @Nullable String note) {

    public DecisionDraft {
        legalBasis = List.copyOf(legalBasis);
        evidence = List.copyOf(evidence);
        answers = List.copyOf(answers);
    }

    /** As it is issued on that day by that issuer. */
    public DecisionText issued(LocalDate date, String issuer) {
        return new DecisionText(
                number, date, issuer, unit, signer, capacity, legalBasis, evidence, answers, null, items);
    }
}
