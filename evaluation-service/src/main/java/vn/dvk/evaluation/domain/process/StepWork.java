package vn.dvk.evaluation.domain.process;

import static vn.dvk.evaluation.domain.EvaluationReason.EVIDENCE_MISSING;
import static vn.dvk.evaluation.domain.EvaluationReason.NO_SUCH_STEP;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_ALREADY_COMPLETED;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_NOT_BY_PERSON;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_NOT_COMPLETED;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_NOT_RETURNABLE;
import static vn.dvk.evaluation.domain.EvaluationReason.STEP_OUT_OF_ORDER;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.process.ProcessCommand.CompleteStep;
import vn.dvk.evaluation.domain.process.ProcessEvent.DeadlinesMoved;
import vn.dvk.evaluation.domain.process.ProcessEvent.DeadlinesMoved.Deadline;
import vn.dvk.evaluation.domain.process.ProcessEvent.EvidenceAttached;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepAwaitsEvidence;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepCompleted;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepReturned;
import vn.dvk.evaluation.domain.process.ProcessState.Opened;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;

/** The rules of completing steps, of showing evidence for them, and of giving them back. */
final class StepWork {

    /** The others are completed by decisions of other services and can only be undone there. */
    private static final Set<CompletedBy> RETURNABLE = Set.of(CompletedBy.PERSON, CompletedBy.EVALUATION);

    private StepWork() {}

    /**
     * The decision on recognition is taken elsewhere and stands, whatever is still missing here: what is missing stays
     * open, to be entered late, and so does the step itself until its evidence is there. Each decision completes one
     * step, for programmes that recognize at several levels.
     */
    static Decision<ProcessEvent> decided(@Nullable String level, Completion completion, Opened process) {
        return process.steps()
                .nextRecognition(level)
                .map(step -> Decision.<ProcessEvent>accept(
                        step.missing(completion.evidence()).isEmpty()
                                ? new StepCompleted(step.code(), completion)
                                : new StepAwaitsEvidence(step.code(), completion)))
                .orElseGet(Decision::nothingNew);
    }

    /** Of open steps that the programme still has; whatever else it has changed is for models that come later. */
    static Decision<ProcessEvent> move(List<StepPlan> plans, @Nullable String reason, Opened process) {
        var moved = new ArrayList<Deadline>();
        for (var plan : plans) {
            var due = plan.dueFor(process.on());
            process.steps()
                    .find(plan.code())
                    .filter(step -> step.open() && !Objects.equals(due, step.due()))
                    .ifPresent(step -> moved.add(new Deadline(step.code(), due)));
        }
        return moved.isEmpty() ? nothingNew() : accept(new DeadlinesMoved(moved, reason));
    }

    static Decision<ProcessEvent> complete(CompleteStep command, Opened process) {
        var code = command.step();
        var programme = process.model().programme();
        var completion = command.completion().counted(command.historic(), programme);
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
        if (before.isPresent()) {
            return refuse(STEP_OUT_OF_ORDER, step.label(), before.get().label());
        }
        var unknown = command.historic().refusal(completion.day(), "document", completion.document(), programme);
        if (unknown.isPresent()) {
            return refuse(unknown.get());
        }
        var missing = step.missing(completion.evidence());
        return missing.isEmpty() ? accept(new StepCompleted(code, completion)) : refuse(missing(step, missing));
    }

    /** @param kinds of evidence, by name */
    static Refusal missing(Step step, List<String> kinds) {
        var named = String.join("”, “", kinds);
        return new Refusal(
                EVIDENCE_MISSING,
                List.of(step.label(), named),
                List.of(Fault.of("evidence", EVIDENCE_MISSING, step.label(), named)));
    }

    /** The last piece that a step waits for completes it, on the day of what it was completed by. */
    static Decision<ProcessEvent> attach(String code, List<Evidence> evidence, Opened process) {
        var found = process.steps().find(code);
        if (found.isEmpty()) {
            return refuse(NO_SUCH_STEP, code);
        }
        var step = found.get();
        var fresh = step.fresh(evidence);
        if (fresh.isEmpty()) {
            return nothingNew();
        }
        var events = new ArrayList<ProcessEvent>();
        events.add(new EvidenceAttached(code, fresh));
        var awaiting = step.awaiting();
        if (awaiting != null
                && step.attached(fresh).missing(awaiting.evidence()).isEmpty()) {
            events.add(new StepCompleted(code, awaiting));
        }
        return accept(events);
    }

    static Decision<ProcessEvent> giveBack(String code, Return said, Historic historic, Opened process) {
        var programme = process.model().programme();
        var why = said.counted(historic, programme);
        var unknown = historic.refusal(why.day(), "", null, programme);
        if (unknown.isPresent()) {
            return refuse(unknown.get());
        }
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
                .map(conclusion -> Appraisal.takeBack(conclusion, Voiding.by(why)))
                .orElseGet(() -> accept(new StepReturned(code, why)));
    }
}
