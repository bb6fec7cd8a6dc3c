package vn.dvk.evaluation.domain.process;

import static vn.dvk.evaluation.domain.EvaluationReason.ALREADY_CONCLUDED;
import static vn.dvk.evaluation.domain.EvaluationReason.BEFORE_CONCLUSION;
import static vn.dvk.evaluation.domain.EvaluationReason.NOT_CONCLUDED;
import static vn.dvk.evaluation.domain.EvaluationReason.POINTS_NOT_RIGHT;
import static vn.dvk.evaluation.domain.EvaluationReason.SCORES_MISSING;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_OUT_OF_ORDER;
import static vn.dvk.evaluation.domain.EvaluationReason.SUPERIOR_SCORE_MISSING;
import static vn.dvk.evaluation.domain.EvaluationReason.VALUES_NOT_RIGHT;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.GoalValue;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.process.ProcessCommand.ConcludeEvaluation;
import vn.dvk.evaluation.domain.process.ProcessCommand.ScoreModel;
import vn.dvk.evaluation.domain.process.ProcessEvent.Concluded;
import vn.dvk.evaluation.domain.process.ProcessEvent.ConclusionVoided;
import vn.dvk.evaluation.domain.process.ProcessEvent.Scored;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepCompleted;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepReturned;
import vn.dvk.evaluation.domain.process.ProcessState.Opened;
import vn.dvk.evaluation.domain.rubric.Rubric;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;

/** The rules of scoring, concluding, and taking a conclusion back. */
final class Appraisal {

    private Appraisal() {}

    static Decision<ProcessEvent> score(ScoreModel command, Opened process) {
        var programme = process.model().programme();
        var on = command.historic().counted(command.on(), programme);
        var unknown = command.historic().refusal(on, "", null, programme);
        if (unknown.isPresent()) {
            return refuse(unknown.get());
        }
        var rubric = command.rubrics().validOn(on.on(), process.model().subject());
        var faults = rubric.faultsOf(command.by(), command.points());
        if (!faults.isEmpty()) {
            return refuse(Refusal.of(POINTS_NOT_RIGHT, faults));
        }
        var score = Score.by(rubric, on, command.points(), command.evidence(), command.remarks());
        if (score.equals(process.scores().get(command.by()))) {
            return nothingNew();
        }
        return process.concluded()
                ? refuse(
                        ALREADY_CONCLUDED,
                        Objects.requireNonNull(process.conclusion()).on())
                : accept(new Scored(command.by(), score));
    }

    static Decision<ProcessEvent> conclude(ConcludeEvaluation command, Opened process) {
        var before = process.conclusion();
        if (before != null && asksForTheSame(command, before)) {
            return nothingNew();
        }
        if (before != null && process.concluded()) {
            return refuse(ALREADY_CONCLUDED, before.on());
        }
        var twice = GoalValue.faultsOf(command.values());
        if (!twice.isEmpty()) {
            return refuse(Refusal.of(VALUES_NOT_RIGHT, twice));
        }
        var unknown = command.historic()
                .refusal(
                        command.on(),
                        "minutes",
                        command.minutes(),
                        process.model().programme());
        if (unknown.isPresent()) {
            return refuse(unknown.get());
        }
        var step = process.steps().nextOpen(CompletedBy.EVALUATION);
        var missing = step.flatMap(process.steps()::openBefore);
        if (missing.isPresent()) {
            return refuse(
                    STEP_OUT_OF_ORDER, step.orElseThrow().label(), missing.get().label());
        }
        var unseen =
                step.map(appraisal -> appraisal.missing(command.evidence())).orElse(List.of());
        if (!unseen.isEmpty()) {
            return refuse(StepWork.missing(step.orElseThrow(), unseen));
        }
        return switch (command.ineligible() == null
                ? Result.of(process, command.rubrics())
                : ineligible(command, process)) {
            case Result.NotJudged() -> refuse(SUPERIOR_SCORE_MISSING);
            case Result.Incomplete(var criteria) -> refuse(SCORES_MISSING, String.join("”, “", criteria));
            case Result.Found result -> accept(concluded(command, step.orElse(null), result, process));
        };
    }

    /** Without a total, by the version that the judges have used or would use. */
    private static Result ineligible(ConcludeEvaluation command, Opened process) {
        var subject = process.model().subject();
        var version = Result.weightiest(process.scores(), Scorer::judges)
                .map(Score::rubric)
                .orElseGet(() ->
                        command.rubrics().validOn(command.on().on(), subject).version());
        return new Result.Found(version, Rubric.INELIGIBLE, false, null);
    }

    private static List<ProcessEvent> concluded(
            ConcludeEvaluation command, @Nullable Step step, Result.Found result, Opened process) {
        var conclusion = new Conclusion(
                process.conclusions().nextId(),
                step == null ? null : step.code(),
                command.on().on(),
                command.minutes(),
                command.ineligible(),
                result.rubric(),
                result.grade(),
                result.passed(),
                result.total(),
                total(process.scores().get(Scorer.SELF)),
                total(process.scores().get(Scorer.SUPERIOR)),
                command.evidence(),
                command.on().inexact(),
                command.values());
        var events = new ArrayList<ProcessEvent>();
        events.add(new Concluded(conclusion));
        if (step != null) {
            events.add(new StepCompleted(
                    step.code(),
                    new Completion(
                            command.on().on(),
                            command.minutes(),
                            command.evidence(),
                            command.ineligible(),
                            command.on().inexact())));
        }
        return events;
    }

    /** Part of a total is nothing to compare with. */
    private static @Nullable Double total(@Nullable Score score) {
        return score == null || score.grade() == null ? null : score.total();
    }

    private static boolean asksForTheSame(ConcludeEvaluation command, Conclusion before) {
        return command.on().equals(before.day())
                && Objects.equals(command.minutes(), before.minutes())
                && command.evidence().equals(before.evidence())
                && command.values().equals(before.values())
                && Objects.equals(command.ineligible(), before.ineligible());
    }

    /** The last conclusion that stands; what it completed is open again. */
    static Decision<ProcessEvent> takeBack(Voiding said, Historic historic, Opened process) {
        var programme = process.model().programme();
        var why = said.counted(historic, programme);
        var unknown = historic.refusal(why.day(), "", null, programme);
        if (unknown.isPresent()) {
            return refuse(unknown.get());
        }
        if (why.equals(process.conclusions().voided())) {
            return nothingNew();
        }
        var last = process.conclusion();
        return last == null ? refuse(NOT_CONCLUDED) : takeBack(last, why);
    }

    static Decision<ProcessEvent> takeBack(Conclusion conclusion, Voiding why) {
        var earliest = conclusion.day().first();
        if (Dates.cannotFollow(why.day(), conclusion.day())) {
            return refuse(Dates.refusal(BEFORE_CONCLUSION, why.on(), earliest));
        }
        var events = new ArrayList<ProcessEvent>();
        events.add(new ConclusionVoided(conclusion.id(), why));
        if (conclusion.step() != null) {
            events.add(new StepReturned(conclusion.step(), new Return(why.on(), why.reason(), why.precision())));
        }
        return accept(events);
    }
}
