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
 * @param reportRhythm how often reports are due; null: no reports are expected
 */
public record Programme(
        String code,
        String name,
        LocalDate to,
        List<StepPlan> steps,
        @Nullable ReportRhythm reportRhythm) {}
