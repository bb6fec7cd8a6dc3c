package vn.dvk.awards.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardForm;
import vn.dvk.awards.domain.Category;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.Track;
import vn.dvk.awards.domain.dossier.Award;
import vn.dvk.awards.domain.dossier.Commendation;

/** An award for a model, as answers show it. */
public record AwardAnswer(
        String award,
        Category category,
        AwardForm form,
        Track track,
        String issuer,
        DecisionPaper decision,
        LocalDate on,
        Recipient recipient,
        @Nullable String citation,
        Commendation.@Nullable Period period,
        @Nullable Long amount,
        @Nullable Revocation revoked) {

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
                award.recipient(),
                given.citation(),
                given.period(),
                given.amount(),
                award.revoked());
    }
}
