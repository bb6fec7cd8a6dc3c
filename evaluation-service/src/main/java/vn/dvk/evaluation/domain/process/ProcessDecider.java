package vn.dvk.evaluation.domain.process;

import static vn.dvk.evaluation.domain.EvaluationReason.NOT_KNOWN_YET;
import static vn.dvk.evaluation.domain.EvaluationReason.WITHDRAWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.Optional;
import vn.dvk.evaluation.domain.process.ProcessCommand.Amend;
import vn.dvk.evaluation.domain.process.ProcessCommand.AttachEvidence;
import vn.dvk.evaluation.domain.process.ProcessCommand.CompleteStep;
import vn.dvk.evaluation.domain.process.ProcessCommand.ConcludeEvaluation;
import vn.dvk.evaluation.domain.process.ProcessCommand.MoveDeadlines;
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
import vn.dvk.evaluation.domain.process.ProcessEvent.DeadlinesMoved;
import vn.dvk.evaluation.domain.process.ProcessEvent.EvidenceAttached;
import vn.dvk.evaluation.domain.process.ProcessEvent.Scored;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepAwaitsEvidence;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepCompleted;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepReturned;
import vn.dvk.evaluation.domain.process.ProcessEvent.Withdrawn;
import vn.dvk.evaluation.domain.process.ProcessState.NotOpened;
import vn.dvk.evaluation.domain.process.ProcessState.Opened;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;

/** The rules of the process. Asking for what is already so is nothing new, so a repeated request is harmless. */
public final class ProcessDecider implements Decider<ProcessCommand, ProcessState, ProcessEvent> {

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
                        Steps.of(command.steps(), command.registration()),
                        command.registration().precision()));
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
                    case NoteRecognitionDecision(var level, var completion) ->
                        StepWork.decided(level, completion, process);
                    case MoveDeadlines(var plans, var reason) -> StepWork.move(plans, reason, process);
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
                dayOf(request)
                        .flatMap(day -> Dates.beforeRegistration(day, process))
                        .<Decision<ProcessEvent>>map(Decision::refuse)
                        .orElseGet(() -> carryOut(request, process));
        };
    }

    private static Optional<Day> dayOf(Request request) {
        return switch (request) {
            case CompleteStep complete -> Optional.of(complete.completion().day());
            case AttachEvidence _ -> Optional.empty();
            case ReturnStep give -> Optional.of(give.why().day());
            case ScoreModel score -> Optional.of(score.on());
            case ConcludeEvaluation conclude -> Optional.of(conclude.on());
            case VoidConclusion voiding -> Optional.of(voiding.why().day());
        };
    }

    private static Decision<ProcessEvent> carryOut(Request request, Opened process) {
        return switch (request) {
            case CompleteStep complete -> StepWork.complete(complete, process);
            case AttachEvidence(var code, var evidence) -> StepWork.attach(code, evidence, process);
            case ReturnStep(var code, var why, var historic) -> StepWork.giveBack(code, why, historic, process);
            case ScoreModel score -> Appraisal.score(score, process);
            case ConcludeEvaluation conclude ->
                Appraisal.conclude(conclude.counted(process.model().programme()), process);
            case VoidConclusion(var why, var historic) -> Appraisal.takeBack(why, historic, process);
        };
    }

    @Override
    public ProcessState evolve(ProcessState state, ProcessEvent event) {
        return switch (event) {
            case ProcessEvent.Opened(var model, var on, var steps, var precision)
            when state instanceof NotOpened -> Opened.of(model, Day.of(on, precision), steps);
            case Amended(var model) when state instanceof Opened process -> process.amended(model);
            case Withdrawn(var withdrawal) when state instanceof Opened process -> process.withdrawn(withdrawal);
            case StepCompleted(var step, var completion)
            when state instanceof Opened process -> process.completed(step, completion);
            case EvidenceAttached(var step, var evidence)
            when state instanceof Opened process -> process.attached(step, evidence);
            case StepAwaitsEvidence(var step, var completion)
            when state instanceof Opened process -> process.awaiting(step, completion);
            case StepReturned(var step, var why) when state instanceof Opened process -> process.returned(step, why);
            case DeadlinesMoved(var deadlines, var reason)
            when state instanceof Opened process -> process.moved(deadlines, reason);
            case Scored(var by, var score) when state instanceof Opened process -> process.scored(by, score);
            case Concluded(var conclusion) when state instanceof Opened process -> process.concluded(conclusion);
            case ConclusionVoided(var id, var why) when state instanceof Opened process -> process.voided(id, why);
            case ProcessEvent.Opened _,
                    Amended _,
                    Withdrawn _,
                    StepCompleted _,
                    StepReturned _,
                    EvidenceAttached _,
                    StepAwaitsEvidence _,
                    DeadlinesMoved _,
                    Scored _,
                    Concluded _,
                    ConclusionVoided _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
