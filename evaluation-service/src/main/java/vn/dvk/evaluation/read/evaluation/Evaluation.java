package vn.dvk.evaluation.read.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.GoalValue;
import vn.dvk.evaluation.domain.ModelKind;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.process.CompletedBy;
import vn.dvk.evaluation.domain.process.Completion;
import vn.dvk.evaluation.domain.process.Evidence;
import vn.dvk.evaluation.domain.process.MovedDeadline;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.evaluation.domain.process.Return;
import vn.dvk.evaluation.domain.process.Withdrawal;
import vn.dvk.evaluation.domain.rubric.Scorer;

/**
 * How a model's evaluation stands.
 *
 * @param scores by who gave them, in the order self, unit, superior, council
 */
record Evaluation(
        String model,
        String code,
        @Nullable String name,
        String programme,
        String unit,
        String field,
        ModelKind kind,
        SubjectType subject,
        Stage state,
        long version,
        LocalDate registeredOn,
        List<StepBody> steps,
        Map<Scorer, ScoreBody> scores,
        @Nullable ConclusionBody conclusion,
        @Nullable Withdrawal withdrawal) {

    /**
     * A step with its four dates: due, done, of its document, recorded.
     *
     * @param expects  what it has to be shown with, by the programme
     * @param requiredEvidence kinds without which it is not complete
     * @param missingEvidence  those of them that are not there yet, while it is open
     * @param awaiting what has happened and will complete it once its evidence is there
     * @param level    whose recognition completes it
     * @param returned why it is open again
     * @param asKnown    the day it was done, as far as it is known where that is less: 2018, 10/2019
     * @param incomplete what its papers do not tell
     * @param moved      when it was due before the programme moved its deadline, and why; absent if it never did
     */
    record StepBody(
            String code,
            int order,
            String label,
            String actor,
            CompletedBy completedBy,
            @Nullable String level,
            List<String> expects,
            List<String> requiredEvidence,
            List<String> missingEvidence,
            @Nullable Completion awaiting,
            @Nullable LocalDate due,
            @Nullable LocalDate done,
            @Nullable Paper document,
            @Nullable Instant recorded,
            @Nullable String by,
            List<Evidence> evidence,
            @Nullable String note,
            boolean late,
            @Nullable Return returned,
            @Nullable String asKnown,
            List<String> incomplete,
            @Nullable MovedDeadline moved) {}

    /**
     * @param bonus what bonus points have added, before the total was cut at the maximum
     * @param grade absent for a score of some criteria only
     * @param asKnown its day, as far as it is known where that is less: 2018, 10/2019
     */
    record ScoreBody(
            String rubric,
            double bonus,
            double total,
            @Nullable String grade,
            Map<String, Double> criteria,
            LocalDate on,
            String by,
            Instant recorded,
            List<Evidence> evidence,
            @Nullable String remarks,
            @Nullable String asKnown) {}

    /**
     * @param id         its number among the model's conclusions; those that became void keep theirs
     * @param asKnown    its day, as far as it is known where that is less: 2018, 10/2019
     * @param incomplete what its papers do not tell
     * @param values     how far each goal of the registration has come, by the goal's id
     */
    record ConclusionBody(
            String id,
            @Nullable Double total,
            String grade,
            boolean eligible,
            boolean passed,
            @Nullable String reason,
            String rubric,
            LocalDate on,
            @Nullable Paper minutes,
            List<Evidence> evidence,
            String by,
            @Nullable String asKnown,
            List<String> incomplete,
            List<GoalValue> values) {}
}
