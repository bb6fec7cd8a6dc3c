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

    /**
     * Whether the amount is looked up anew: it follows from something else than was written, and nobody has typed it, neither
     * then nor now.
     *
     * @param basis of the amount as it was
     */
    public boolean pricesAnew(@Nullable String basis) {
        var followsFromOther = form != null
                || track != null
                || decision != null
                || awardOn != null
                || period != null
                || !recipients.isEmpty();
        return followsFromOther && amount == null && amountBasis == null && (basis == null || Amounts.wrote(basis));
    }

    /** Empty where it is looked up anew. */
    public @Nullable Long amount(@Nullable Long was, @Nullable String basis) {
        return pricesAnew(basis) ? null : orNone(amount, was);
    }

    /** A new amount has its own basis. */
    public @Nullable String basis(@Nullable String was) {
        if (pricesAnew(was)) {
            return null;
        }
        return amount != null ? amountBasis : orNone(amountBasis, was);
    }

    /** Whether somebody may receive it who has not so far, or by another decision: then holds are looked at. */
    public boolean givesAnew() {
        return decision != null || !recipients.isEmpty();
    }

    public List<Recipient> recipientsOr(List<Recipient> were) {
        return recipients.isEmpty() ? were : recipients;
    }
}
