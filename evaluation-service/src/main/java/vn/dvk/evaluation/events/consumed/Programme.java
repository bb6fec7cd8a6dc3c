package vn.dvk.evaluation.events.consumed;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.StepPlan;
import vn.dvk.evaluation.domain.progressreport.ReportRhythm;

/**
 * The whole present state of a programme, as far as it is needed here.
 *
 * @param to           its last day
 * @param cutOff       last day that counts
 * @param historic     whether its papers may tell less than the day and no number; null: no
 * @param reason       of this record: why it has moved deadlines; null: it has not, or does not say
 * @param reportRhythm how often reports are due; null: no reports are expected
 */
public record Programme(
        String code,
        String name,
        LocalDate to,
        LocalDate cutOff,
        List<StepPlan> steps,
        @Nullable ReportRhythm reportRhythm,
        @Nullable Boolean historic,
        @Nullable String reason) {}
