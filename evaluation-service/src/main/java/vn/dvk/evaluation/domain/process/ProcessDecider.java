package vn.dvk.evaluation.domain.process;

import static vn.dvk.evaluation.domain.EvaluationReason.ALREADY_CONCLUDED;
import static vn.dvk.evaluation.domain.EvaluationReason.BEFORE_REGISTRATION;
import static vn.dvk.evaluation.domain.EvaluationReason.NOT_KNOWN_YET;
import static vn.dvk.evaluation.domain.EvaluationReason.NO_SUCH_STEP;
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

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.ProcessCommand.Amend;
import vn.dvk.evaluation.domain.process.ProcessCommand.CompleteStep;
import vn.dvk.evaluation.domain.process.ProcessCommand.ConcludeEvaluation;
import vn.dvk.evaluation.domain.process.ProcessCommand.InspectModel;
import vn.dvk.evaluation.domain.process.ProcessCommand.News;
import vn.dvk.evaluation.domain.process.ProcessCommand.NoteRecognitionDecision;
import vn.dvk.evaluation.domain.process.ProcessCommand.Open;
import vn.dvk.evaluation.domain.process.ProcessCommand.Request;
import vn.dvk.evaluation.domain.process.ProcessCommand.ReturnStep;
import vn.dvk.evaluation.domain.process.ProcessCommand.ScoreModel;
import vn.dvk.evaluation.domain.process.ProcessCommand.Withdraw;
import vn.dvk.evaluation.domain.process.ProcessEvent.Amended;
import vn.dvk.evaluation.domain.process.ProcessEvent.Concluded;
import vn.dvk.evaluation.domain.process.ProcessEvent.Inspected;
import vn.dvk.evaluation.domain.process.ProcessEvent.Scored;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepCompleted;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepReturned;
import vn.dvk.evaluation.domain.process.ProcessEvent.Withdrawn;
import vn.dvk.evaluation.domain.process.ProcessState.NotOpened;
import vn.dvk.evaluation.domain.process.ProcessState.Opened;
import vn.dvk.evaluation.domain.rubric.Rubric;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;

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
        return switch (command) {
            case Open open -> decide(open, state);
            case News news -> decide(news, state);
            case Request request -> decide(request, state);
        };
    }

    private static Decision<ProcessEvent> decide(Open command, ProcessState state) {
        return switch (state) {
            case NotOpened() ->
                accept(new ProcessEvent.Opened(
                        command.model(),
                        command.registration().acceptedOn(),
                        Steps.of(command.steps(), command.registration())));
            case Opened _ -> nothingNew();
        };
    }

    /** What is told before the opening or after the end changes nothing. */
    private static Decision<ProcessEvent> decide(News news, ProcessState state) {
        return switch (state) {
            case NotOpened() -> nothingNew();
            case Opened process when process.withdrawal() != null -> nothingNew();
            case Opened process ->
                switch (news) {
                    case Amend(var model) -> model.equals(process.model()) ? nothingNew() : accept(new Amended(model));
                    case Withdraw(var withdrawal) -> accept(new Withdrawn(withdrawal));
                    case NoteRecognitionDecision(var completion) -> completeRecognition(completion, process);
                };
        };
    }

    private static Decision<ProcessEvent> decide(Request request, ProcessState state) {
        return switch (state) {
            case NotOpened() -> refuse(NOT_KNOWN_YET);
            case Opened process
            when process.withdrawal() != null ->
                refuse(WITHDRAWN, process.withdrawal().on());
            case Opened process -> {
                var tooEarly = judgedOn(request).filter(day -> day.isBefore(process.on()));
                yield tooEarly.isPresent()
                        ? refuse(BEFORE_REGISTRATION, tooEarly.get(), process.on())
                        : carryOut(request, process);
            }
        };
    }

    /** The day a model is judged. A step may have been done before the registration and be recorded after it. */
    private static Optional<LocalDate> judgedOn(Request request) {
        return switch (request) {
            case CompleteStep _ -> Optional.empty();
            case ReturnStep give -> Optional.of(give.why().on());
            case InspectModel inspect -> Optional.of(inspect.inspection().on());
            case ScoreModel score -> Optional.of(score.on());
            case ConcludeEvaluation conclude -> Optional.of(conclude.on());
        };
    }

    private static Decision<ProcessEvent> carryOut(Request request, Opened process) {
        return switch (request) {
            case CompleteStep(var code, var completion) -> complete(code, completion, process);
            case ReturnStep(var code, var why) -> giveBack(code, why, process);
            case InspectModel(var inspection) ->
                process.inspections().contains(inspection) ? nothingNew() : accept(new Inspected(inspection));
            case ScoreModel score -> score(score, process);
            case ConcludeEvaluation conclude -> conclude(conclude, process);
        };
    }

    /**
     * The decision on recognition is taken elsewhere and stands, whatever is still missing here: what is missing stays
     * open, to be entered late. Each decision completes one step, for programmes that recognize at several levels.
     */
    private static Decision<ProcessEvent> completeRecognition(Completion completion, Opened process) {
        return process.steps()
                .nextOpen(CompletedBy.RECOGNITION)
                .map(step -> Decision.<ProcessEvent>accept(new StepCompleted(step.code(), completion)))
                .orElseGet(Decision::nothingNew);
    }

    private static Decision<ProcessEvent> complete(String code, Completion completion, Opened process) {
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

    private static Decision<ProcessEvent> giveBack(String code, Return why, Opened process) {
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

    private static Decision<ProcessEvent> score(ScoreModel command, Opened process) {
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

    private static Decision<ProcessEvent> conclude(ConcludeEvaluation command, Opened process) {
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

    private static boolean asksForTheSame(ConcludeEvaluation command, Conclusion before) {
        return command.on().equals(before.on())
                && Objects.equals(command.minutes(), before.minutes())
                && Objects.equals(command.ineligible(), before.ineligible());
    }

    /** @return null where a score is needed and there is none */
    private static @Nullable Conclusion conclusion(ConcludeEvaluation command, Opened process) {
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
        return switch (event) {
            case ProcessEvent.Opened(var model, var on, var steps)
            when state instanceof NotOpened -> Opened.of(model, on, steps);
            case Amended(var model) when state instanceof Opened process -> process.amended(model);
            case Withdrawn(var withdrawal) when state instanceof Opened process -> process.withdrawn(withdrawal);
            case StepCompleted(var step, var completion)
            when state instanceof Opened process -> process.completed(step, completion);
            case StepReturned(var step, var why) when state instanceof Opened process -> process.returned(step, why);
            case Inspected(var inspection) when state instanceof Opened process -> process.inspected(inspection);
            case Scored(var by, var score) when state instanceof Opened process -> process.scored(by, score);
            case Concluded(var conclusion) when state instanceof Opened process -> process.concluded(conclusion);
            case ProcessEvent.Opened _,
                    Amended _,
                    Withdrawn _,
                    StepCompleted _,
                    StepReturned _,
                    Inspected _,
                    Scored _,
                    Concluded _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
