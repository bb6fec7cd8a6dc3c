package vn.dvk.awards.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.Category;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.service.web.Refused;

/**
 * An award for the movement, as answers show it.
 *
 * @param recipient  the first of the recipients
 * @param incomplete names of what is missing
 * @param asKnown    its day, as far as it is known where that is less: 2018, 10/2019
 */
public record MovementAwardAnswer(
        String award,
        Category category,
        String programme,
        Subject subject,
        Recipient recipient,
        List<Recipient> recipients,
        String form,
        String track,
        String issuer,
        DecisionPaper decision,
        LocalDate on,
        @Nullable String citation,
        @Nullable Period period,
        @Nullable Long amount,
        @Nullable String amountBasis,
        @Nullable String fund,
        @Nullable LocalDate paidOn,
        List<String> incomplete,
        @Nullable Revocation revoked,
        @Nullable String asKnown) {

    /** @throws Refused with {@code award-unknown} */
    public static MovementAwardAnswer of(String id, MovementAward state) {
        return switch (state) {
            case MovementAward.NotOpened() -> throw new Refused(AwardsReason.AWARD_UNKNOWN, id);
            case MovementAward.Given(var award, var merit, var revoked) ->
                new MovementAwardAnswer(
                        award,
                        Category.MOVEMENT,
                        merit.programme(),
                        merit.subject(),
                        merit.recipients().getFirst(),
                        merit.recipients(),
                        merit.form(),
                        merit.track(),
                        merit.decision().issuer(),
                        merit.decision(),
                        merit.on(),
                        merit.citation(),
                        merit.period(),
                        merit.amount(),
                        merit.amountBasis(),
                        merit.fund(),
                        merit.paidOn(),
                        merit.incomplete(),
                        revoked,
                        merit.day().asKnown());
        };
    }
}
