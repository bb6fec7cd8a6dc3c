package vn.dvk.awards.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong about an award from the beginning and how it should have read: whatever is null, or empty, stays.
 *
 * @param decision the paper, and with it who commends
 * @param awardOn  day of the award
 * @param reason   why
 * @param on       the day of the correction
 */
public record AwardCorrection(
        @Nullable String form,
        @Nullable String track,
        @Nullable DecisionPaper decision,
        @Nullable LocalDate awardOn,
        @Nullable String citation,
        @Nullable Period period,
        @Nullable Long amount,
        @Nullable String amountBasis,
        @Nullable String fund,
        @Nullable LocalDate paidOn,
        List<Recipient> recipients,
        String reason,
        LocalDate on) {

    public AwardCorrection {
        recipients = List.copyOf(recipients);
    }

    public static <T> T or(@Nullable T other, T was) {
        return other == null ? was : other;
    }

    public static <T> @Nullable T orNone(@Nullable T other, @Nullable T was) {
        return other == null ? was : other;
    }

    /** A new amount has its own basis. */
    public @Nullable String basis(@Nullable String was) {
        return amount != null ? amountBasis : orNone(amountBasis, was);
    }

    public List<Recipient> recipientsOr(List<Recipient> were) {
        return recipients.isEmpty() ? were : recipients;
    }
}
