package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Period;

/**
 * What was wrong about a refusal from the beginning and how it should have read: whatever is null stays.
 *
 * @param refusedOn     day of the refusal
 * @param refusalReason why it was refused
 * @param reason        why it is corrected
 * @param on            the day of the correction
 */
public record RefusalCorrection(
        @Nullable String level,
        @Nullable String session,
        @Nullable LocalDate refusedOn,
        @Nullable Period period,
        @Nullable DecisionPaper decision,
        @Nullable String refusalReason,
        String reason,
        LocalDate on) {

    NonRecognition of(NonRecognition was) {
        return new NonRecognition(
                was.refusal(),
                AwardCorrection.or(level, was.level()),
                AwardCorrection.orNone(session, was.session()),
                AwardCorrection.or(refusalReason, was.reason()),
                AwardCorrection.or(refusedOn, was.on()),
                AwardCorrection.orNone(period, was.period()),
                AwardCorrection.orNone(decision, was.decision()));
    }
}
