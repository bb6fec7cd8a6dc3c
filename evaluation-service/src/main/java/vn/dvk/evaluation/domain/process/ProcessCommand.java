package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.rubric.Rubrics;

/** Everything a process can be asked for or told. */
public sealed interface ProcessCommand {

    /** What another service says has happened: a fact, never refused. */
    sealed interface Told extends ProcessCommand {}

    /** What a person wants; there may be a reason against it. */
    sealed interface Asked extends ProcessCommand {}

    record Open(Model model, Registration registration, List<StepPlan> steps) implements Told {}

    record Amend(Model model) implements Told {}

    record Withdraw(Withdrawal withdrawal) implements Told {}

    /** Recognition has been decided on, for or against it. */
    record CloseByDecision(Completion completion) implements Told {}

    record CompleteStep(String step, Completion completion) implements Asked {}

    record ReturnStep(String step, Return why) implements Asked {}

    record ReportProgress(ProgressReport report) implements Asked {}

    record Inspect(Inspection inspection) implements Asked {}

    /** @param rubrics the programme's; the one that is valid on the scoring date counts */
    record GiveScore(
            Scorer by,
            LocalDate on,
            Map<String, Double> points,
            @Nullable String remarks,
            Rubrics rubrics) implements Asked {}

    /**
     * @param ineligible why it cannot be graded, or null to conclude with the superior's score
     * @param rubrics    the programme's; names the version where there is no score
     */
    record Conclude(
            LocalDate on, @Nullable Paper minutes, @Nullable String ineligible, Rubrics rubrics) implements Asked {}
}
