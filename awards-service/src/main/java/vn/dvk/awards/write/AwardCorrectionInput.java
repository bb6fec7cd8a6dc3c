package vn.dvk.awards.write;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Recipient;

/**
 * How an award should have read: what is left out stays.
 *
 * @param decision another paper, and with it another issuer; to correct what the paper itself says, correct the decision
 * @param awardOn  day of the award
 * @param amount   in đồng
 * @param on       day of the correction
 */
public record AwardCorrectionInput(
        @Nullable @Size(min = 1, max = 40) String form,
        @Nullable @Size(min = 1, max = 40) String track,
        @Nullable @Valid DecisionInput decision,
        @Nullable @PastOrPresent LocalDate awardOn,
        @Nullable @Size(max = 4000) String citation,
        @Nullable @Valid PeriodInput period,
        @Nullable Long amount,
        @Nullable @Size(max = 300) String amountBasis,
        @Nullable @Size(max = 300) String fund,
        @Nullable @PastOrPresent LocalDate paidOn,
        @Nullable @Valid RecipientInput recipient,
        @Nullable @Size(max = 100) List<@NotNull @Valid RecipientInput> recipients,
        @NotBlank @Size(max = 4000) String reason,
        @NotNull @PastOrPresent LocalDate on) {

    public AwardCorrection correction(List<Recipient> named, @Nullable DecisionPaper paper) {
        return new AwardCorrection(
                form,
                track,
                paper,
                awardOn,
                OptionalText.orNone(citation),
                PeriodInput.periodOrNone(period),
                amount,
                OptionalText.orNone(amountBasis),
                OptionalText.orNone(fund),
                paidOn,
                named,
                reason,
                on);
    }
}
