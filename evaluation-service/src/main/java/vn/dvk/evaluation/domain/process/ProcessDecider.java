package vn.dvk.evaluation.domain.process;

import static vn.dvk.evaluation.domain.EvaluationReason.ALREADY_CONCLUDED;
import static vn.dvk.evaluation.domain.EvaluationReason.NOT_KNOWN_YET;
import static vn.dvk.evaluation.domain.EvaluationReason.NO_SUCH_STEP;
import static vn.dvk.evaluation.domain.EvaluationReason.PERIOD_REVERSED;
import static vn.dvk.evaluation.domain.EvaluationReason.POINTS_NOT_RIGHT;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_ALREADY_COMPLETED;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_NOT_BY_PERSON;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_NOT_COMPLETED;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_NOT_RETURNABLE;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_OUT_OF_ORDER;
import static vn.dvk.evaluation.domain.EvaluationReason.SUPERIOR_SCORE_MISSING;
import static vn.dvk.evaluation.domain.EvaluationReason.WITHDRAWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.ProcessCommand.Amend;
import vn.dvk.evaluation.domain.process.ProcessCommand.Asked;
import vn.dvk.evaluation.domain.process.ProcessCommand.CloseByDecision;
import vn.dvk.evaluation.domain.process.ProcessCommand.CompleteStep;
import vn.dvk.evaluation.domain.process.ProcessCommand.Conclude;
import vn.dvk.evaluation.domain.process.ProcessCommand.GiveScore;
import vn.dvk.evaluation.domain.process.ProcessCommand.Inspect;
import vn.dvk.evaluation.domain.process.ProcessCommand.Open;
import vn.dvk.evaluation.domain.process.ProcessCommand.ReportProgress;
import vn.dvk.evaluation.domain.process.ProcessCommand.ReturnStep;
import vn.dvk.evaluation.domain.process.ProcessCommand.Told;
import vn.dvk.evaluation.domain.process.ProcessCommand.Withdraw;
import vn.dvk.evaluation.domain.process.ProcessEvent.Amended;
import vn.dvk.evaluation.domain.process.ProcessEvent.Concluded;
import vn.dvk.evaluation.domain.process.ProcessEvent.Inspected;
import vn.dvk.evaluation.domain.process.ProcessEvent.ProgressReported;
import vn.dvk.evaluation.domain.process.ProcessEvent.Scored;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepCompleted;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepReturned;
import vn.dvk.evaluation.domain.process.ProcessEvent.Withdrawn;
import vn.dvk.evaluation.domain.rubric.Rubric;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;

/** The rules of the process. Asking for what is already so is nothing new, so a repeated request is harmless. */
public final class ProcessDecider implements Decider<ProcessCommand, ProcessState, ProcessEvent> {

    /** The others are completed by decisions of other services and can only be undone there. */
    private static final Set<CompletedBy> RETURNABLE = Set.of(CompletedBy.PERSON, CompletedBy.EVALUATION);

    @Override
    public ProcessState initial() {
        return new ProcessState.NotOpened();
    }

    @Override
    public Decision<ProcessEvent> decide(ProcessCommand command, ProcessState state) {
        return switch (state) {
            case ProcessState.NotOpened _ ->
                switch (command) {
                    case Open open -> open(open);
                    case Told _ -> nothingNew();
                    case Asked _ -> refuse(NOT_KNOWN_YET);
                };
            case ProcessState.Opened process
            when process.withdrawal() != null ->
                switch (command) {
                    case Told _ -> nothingNew();
                    case Asked _ -> refuse(WITHDRAWN, process.withdrawal().on());
                };
            case ProcessState.Opened process ->
                switch (command) {
                    case Open _ -> nothingNew();
                    case Amend(var model) -> model.equals(process.model()) ? nothingNew() : accept(new Amended(model));
                    case Withdraw(var withdrawal) -> accept(new Withdrawn(withdrawal));
                    case CloseByDecision(var completion) -> close(completion, process);
                    case CompleteStep(var code, var completion) -> complete(code, completion, process);
                    case ReturnStep(var code, var why) -> giveBack(code, why, process);
                    case ReportProgress(var report) -> report(report, process);
                    case Inspect(var inspection) ->
                        process.inspections().contains(inspection) ? nothingNew() : accept(new Inspected(inspection));
                    case GiveScore score -> score(score, process);
                    case Conclude conclude -> conclude(conclude, process);
                };
        };
    }

    private static Decision<ProcessEvent> open(Open command) {
        return accept(new ProcessEvent.Opened(
                command.model(),
                command.registration().acceptedOn(),
                Steps.of(command.steps(), command.registration())));
    }

    /**
     * The decision on recognition is taken elsewhere and stands, whatever is still missing here: what is missing stays
     * open, to be entered late. Each decision completes one step, for programmes that recognize at several levels.
     */
    private static Decision<ProcessEvent> close(Completion completion, ProcessState.Opened process) {
        return process.steps()
                .nextOpen(CompletedBy.RECOGNITION)
                .map(step -> Decision.<ProcessEvent>accept(new StepCompleted(step.code(), completion)))
                .orElseGet(Decision::nothingNew);
    }

    private static Decision<ProcessEvent> complete(String code, Completion completion, ProcessState.Opened process) {
        var found = process.steps().find(code);
        if (found.isEmpty()) {
            return refuse(NO_SUCH_STEP, code);
        }
        var step = found.get();
        if (step.completedBy() != CompletedBy.PERSON) {
            return refuse(STEP_NOT_BY_PERSON, step.label(), step.completedBy());
        }
        if (step.completion() != null) {
            return step.completion().equals(completion)
                    ? nothingNew()
                    : refuse(
                            STEP_ALREADY_COMPLETED,
                            step.label(),
                            step.completion().on());
        }
        var before = process.steps().openBefore(step);
        return before.isPresent()
                ? refuse(STEP_OUT_OF_ORDER, step.label(), before.get().label())
                : accept(new StepCompleted(code, completion));
    }

    private static Decision<ProcessEvent> giveBack(String code, Return why, ProcessState.Opened process) {
        var found = process.steps().find(code);
        if (found.isEmpty()) {
            return refuse(NO_SUCH_STEP, code);
        }
        var step = found.get();
        if (!RETURNABLE.contains(step.completedBy())) {
            return refuse(STEP_NOT_RETURNABLE, step.label(), step.completedBy());
        }
        if (step.open()) {
            return why.equals(step.returned()) ? nothingNew() : refuse(STEP_NOT_COMPLETED, step.label());
        }
        return accept(new StepReturned(code, why));
    }

    private static Decision<ProcessEvent> report(ProgressReport report, ProcessState.Opened process) {
        if (report.to().isBefore(report.from())) {
            return refuse(Refusal.of(PERIOD_REVERSED, List.of(Fault.of("to", PERIOD_REVERSED))));
        }
        return process.reports().contains(report) ? nothingNew() : accept(new ProgressReported(report));
    }

    private static Decision<ProcessEvent> score(GiveScore command, ProcessState.Opened process) {
        var rubric = command.rubrics().validOn(command.on(), process.model().subject());
        var faults = rubric.faultsOf(command.points());
        if (!faults.isEmpty()) {
            return refuse(Refusal.of(POINTS_NOT_RIGHT, faults));
        }
        var score = Score.by(rubric, command.on(), command.points(), command.remarks());
        if (score.equals(process.scores().get(command.by()))) {
            return nothingNew();
        }
        return process.concluded()
                ? refuse(
                        ALREADY_CONCLUDED,
                        Objects.requireNonNull(process.conclusion()).on())
                : accept(new Scored(command.by(), score));
    }

    private static Decision<ProcessEvent> conclude(Conclude command, ProcessState.Opened process) {
        var before = process.conclusion();
        if (before != null && asksForTheSame(command, before)) {
            return nothingNew();
        }
        if (before != null && process.concluded()) {
            return refuse(ALREADY_CONCLUDED, before.on());
        }
        var step = process.steps().nextOpen(CompletedBy.EVALUATION);
        var missing = step.flatMap(process.steps()::openBefore);
        if (missing.isPresent()) {
            return refuse(
                    STEP_OUT_OF_ORDER, step.orElseThrow().label(), missing.get().label());
        }
        var conclusion = conclusion(command, process);
        if (conclusion == null) {
            return refuse(SUPERIOR_SCORE_MISSING);
        }
        var events = new ArrayList<ProcessEvent>();
        events.add(new Concluded(conclusion));
        step.ifPresent(appraisal -> events.add(new StepCompleted(
                appraisal.code(), new Completion(command.on(), command.minutes(), List.of(), command.ineligible()))));
        return accept(events);
    }

    private static boolean asksForTheSame(Conclude command, Conclusion before) {
        return command.on().equals(before.on())
                && Objects.equals(command.minutes(), before.minutes())
                && Objects.equals(command.ineligible(), before.ineligible());
    }

    /** @return null where a score is needed and there is none */
    private static @Nullable Conclusion conclusion(Conclude command, ProcessState.Opened process) {
        var self = process.scores().get(Scorer.SELF);
        var superior = process.scores().get(Scorer.SUPERIOR);
        var ownTotal = self == null ? null : self.total();
        if (command.ineligible() != null) {
            return new Conclusion(
                    command.on(),
                    command.minutes(),
                    command.ineligible(),
                    superior == null
                            ? command.rubrics()
                                    .validOn(command.on(), process.model().subject())
                                    .version()
                            : superior.rubric(),
                    Rubric.INELIGIBLE,
                    null,
                    ownTotal,
                    superior == null ? null : superior.total());
        }
        return superior == null
                ? null
                : new Conclusion(
                        command.on(),
                        command.minutes(),
                        null,
                        superior.rubric(),
                        superior.grade(),
                        superior.total(),
                        ownTotal,
                        superior.total());
    }

    @Override
    public ProcessState evolve(ProcessState state, ProcessEvent event) {
        return switch (state) {
            case ProcessState.NotOpened _ ->
                switch (event) {
                    case ProcessEvent.Opened(var model, var on, var steps) -> ProcessState.Opened.of(model, on, steps);
                    case Amended _,
                            Withdrawn _,
                            StepCompleted _,
                            StepReturned _,
                            ProgressReported _,
                            Inspected _,
                            Scored _,
                            Concluded _ -> throw new ImpossibleHistory(state, event);
                };
            case ProcessState.Opened process ->
                switch (event) {
                    case ProcessEvent.Opened _ -> throw new ImpossibleHistory(state, event);
                    case Amended(var model) -> process.amended(model);
                    case Withdrawn(var withdrawal) -> process.withdrawn(withdrawal);
                    case StepCompleted(var step, var completion) -> process.completed(step, completion);
                    case StepReturned(var step, var why) -> process.returned(step, why);
                    case ProgressReported(var report) -> process.reported(report);
                    case Inspected(var inspection) -> process.inspected(inspection);
                    case Scored(var by, var score) -> process.scored(by, score);
                    case Concluded(var conclusion) -> process.concluded(conclusion);
                };
        };
    }
}
