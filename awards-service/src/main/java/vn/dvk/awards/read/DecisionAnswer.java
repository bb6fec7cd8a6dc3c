package vn.dvk.awards.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.Evidence;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.decision.RegisterEntry;
import vn.dvk.service.web.Refused;

/**
 * A decision, as answers show it.
 *
 * @param number     absent while it is not known
 * @param state      ISSUED, CORRECTED, REVOKED; what is not issued yet is a draft and not here
 * @param answers    ids of the submissions that it answers
 * @param items      how many recognitions and awards it announces; absent: it does not say
 * @param incomplete names of what is missing
 */
public record DecisionAnswer(
        String decision,
        State state,
        @Nullable String number,
        LocalDate date,
        String issuer,
        @Nullable String unit,
        @Nullable String signer,
        @Nullable String capacity,
        List<String> legalBasis,
        List<Evidence> evidence,
        List<String> answers,
        @Nullable Integer items,
        List<String> incomplete,
        @Nullable Revocation revoked) {

    /** Where it stands. */
    public enum State {
        /** Đã ban hành. */
        ISSUED,
        /** Đã đính chính. */
        CORRECTED,
        /** Đã thu hồi. */
        REVOKED;

        public static State of(boolean revoked, int corrections) {
            if (revoked) {
                return REVOKED;
            }
            return corrections == 0 ? ISSUED : CORRECTED;
        }
    }

    /** @throws Refused with {@code decision-unknown} */
    public static DecisionAnswer of(String id, RegisterEntry state) {
        return switch (state) {
            case RegisterEntry.NotOpened() -> throw new Refused(AwardsReason.DECISION_UNKNOWN, id);
            case RegisterEntry.Known known -> {
                var text = known.text();
                yield new DecisionAnswer(
                        known.decision(),
                        State.of(known.revoked() != null, known.corrections()),
                        text.number(),
                        text.date(),
                        text.issuer(),
                        text.unit(),
                        text.signer(),
                        text.capacity(),
                        text.legalBasis(),
                        text.evidence(),
                        text.answers(),
                        text.items(),
                        text.incomplete(),
                        known.revoked());
            }
        };
    }
}
