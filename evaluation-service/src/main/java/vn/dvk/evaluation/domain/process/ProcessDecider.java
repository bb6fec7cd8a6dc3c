package vn.dvk.evaluation.domain.process;

import static vn.dvk.evaluation.domain.EvaluationReason.NOT_KNOWN_YET;
import static vn.dvk.evaluation.domain.EvaluationReason.NO_SUCH_STEP;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_ALREADY_COMPLETED;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_NOT_BY_PERSON;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_NOT_COMPLETED;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_NOT_RETURNABLE;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_OUT_OF_ORDER;
import static vn.dvk.evaluation.domain.EvaluationReason.WITHDRAWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.time.LocalDate;
import java.util.Set;
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
import vn.dvk.evaluation.domain.process.ProcessCommand.VoidConclusion;
import vn.dvk.evaluation.domain.process.ProcessCommand.Withdraw;
import vn.dvk.evaluation.domain.process.ProcessEvent.Amended;
import vn.dvk.evaluation.domain.process.ProcessEvent.Concluded;
import vn.dvk.evaluation.domain.process.ProcessEvent.ConclusionVoided;
import vn.dvk.evaluation.domain.process.ProcessEvent.Inspected;
import vn.dvk.evaluation.domain.process.ProcessEvent.Scored;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepCompleted;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepReturned;
import vn.dvk.evaluation.domain.process.ProcessEvent.Withdrawn;
import vn.dvk.evaluation.domain.process.ProcessState.NotOpened;
import vn.dvk.evaluation.domain.process.ProcessState.Opened;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;

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
            case Opened process ->
                Dates.beforeRegistration(dayOf(request), process)
                        .<Decision<ProcessEvent>>map(Decision::refuse)
                        .orElseGet(() -> carryOut(request, process));
        };
    }

    private static LocalDate dayOf(Request request) {
        return switch (request) {
            case CompleteStep complete -> complete.completion().on();
            case ReturnStep give -> give.why().on();
            case InspectModel inspect -> inspect.inspection().on();
            case ScoreModel score -> score.on();
            case ConcludeEvaluation conclude -> conclude.on();
            case VoidConclusion voiding -> voiding.why().on();
        };
    }

    private static Decision<ProcessEvent> carryOut(Request request, Opened process) {
        return switch (request) {
            case CompleteStep(var code, var completion) -> complete(code, completion, process);
            case ReturnStep(var code, var why) -> giveBack(code, why, process);
            case InspectModel(var inspection) ->
                process.inspections().contains(inspection) ? nothingNew() : accept(new Inspected(inspection));
            case ScoreModel score -> Appraisal.score(score, process);
            case ConcludeEvaluation conclude -> Appraisal.conclude(conclude, process);
            case VoidConclusion(var why) -> Appraisal.takeBack(why, process);
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
        return process.conclusions()
                .completing(code)
                .map(conclusion -> Appraisal.takeBack(conclusion, new Voiding(why.on(), why.reason())))
                .orElseGet(() -> accept(new StepReturned(code, why)));
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
            case ConclusionVoided(var id, var why) when state instanceof Opened process -> process.voided(id, why);
            case ProcessEvent.Opened _,
                    Amended _,
                    Withdrawn _,
                    StepCompleted _,
                    StepReturned _,
                    Inspected _,
                    Scored _,
                    Concluded _,
                    ConclusionVoided _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
