package vn.dvk.awards.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Category;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.dossier.Award;

/**
 * An award for a model, as answers show it.
 *
 * @param recipient  the first of the recipients
 * @param incomplete names of what is missing
 * @param asKnown    its day, as far as it is known where that is less: 2018, 10/2019
 */
public record AwardAnswer(
        String award,
        Category category,
        String form,
        String track,
        String issuer,
        DecisionPaper decision,
        LocalDate on,
        Recipient recipient,
        List<Recipient> recipients,
        @Nullable String citation,
        @Nullable Period period,
        @Nullable Long amount,
        @Nullable String amountBasis,
        @Nullable String fund,
        @Nullable LocalDate paidOn,
        List<String> incomplete,
        @Nullable Revocation revoked,
        @Nullable String asKnown) {

    public static AwardAnswer of(Award award) {
        var given = award.commendation();
        return new AwardAnswer(
                award.award(),
                Category.MODEL,
                given.form(),
                given.track(),
                given.decision().issuer(),
                given.decision(),
                given.on(),
                award.recipients().getFirst(),
                award.recipients(),
                given.citation(),
                given.period(),
                given.amount(),
                given.amountBasis(),
                given.fund(),
                given.paidOn(),
                given.incomplete(),
                award.revoked(),
                given.day().asKnown());
    }
}
