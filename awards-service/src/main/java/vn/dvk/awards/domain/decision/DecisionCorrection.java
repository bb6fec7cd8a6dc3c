package vn.dvk.awards.domain.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Evidence;

/**
 * What was typed wrongly of a decision, or not at all, and how it reads: what is null stays.
 *
 * @param reason why
 * @param on     the day of the correction
 */
public record DecisionCorrection(
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String issuer,
        @Nullable String unit,
        @Nullable String signer,
        @Nullable String capacity,
        @Nullable List<String> legalBasis,
        @Nullable List<Evidence> evidence,
        @Nullable List<String> answers,
        @Nullable Integer items,
        String reason,
        LocalDate on) {

    public DecisionText of(DecisionText was) {
        return new DecisionText(
                number == null ? was.number() : number,
                date == null ? was.date() : date,
                issuer == null ? was.issuer() : issuer,
                unit == null ? was.unit() : unit,
                signer == null ? was.signer() : signer,
                capacity == null ? was.capacity() : capacity,
                legalBasis == null ? was.legalBasis() : legalBasis,
                evidence == null ? was.evidence() : evidence,
                answers == null ? was.answers() : answers,
                date == null ? was.precision() : null,
                items == null ? was.items() : items);
    }
}
