package vn.dvk.evaluation.read.evaluation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.ProcessDecider;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.Step;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.kit.decide.Recorded;

/** Folds the history for the state, and keeps of the envelopes who recorded what when. */
final class EvaluationFold {

    private static final ProcessDecider DECIDER = new ProcessDecider();

    private ProcessState state = DECIDER.initial();
    private final Map<String, Recorded<ProcessEvent>> completed = new HashMap<>();
    private final Map<Scorer, Evaluation.ScoreBody> scores = new EnumMap<>(Scorer.class);
    private final Map<String, String> concludedBy = new HashMap<>();

    private EvaluationFold() {}

    /** @param history not empty */
    static Evaluation of(long version, List<Recorded<ProcessEvent>> history) {
        var fold = new EvaluationFold();
        history.forEach(fold::add);
        return fold.result(version);
    }

    private void add(Recorded<ProcessEvent> recorded) {
        state = DECIDER.evolve(state, recorded.event());
        switch (recorded.event()) {
            case ProcessEvent.Opened opened ->
                opened.steps().all().stream()
                        .filter(step -> !step.open())
                        .forEach(step -> completed.put(step.code(), recorded));
            case ProcessEvent.StepCompleted done -> completed.put(done.step(), recorded);
            case ProcessEvent.StepReturned returned -> completed.remove(returned.step());
            case ProcessEvent.Scored(var by, var score) ->
                scores.put(
                        by,
                        new Evaluation.ScoreBody(
                                score.rubric(),
                                score.bonus(),
                                score.total(),
                                score.grade(),
                                score.criteria(),
                                score.on(),
                                recorded.by(),
                                recorded.at(),
                                score.evidence(),
                                score.remarks(),
                                score.day().asKnown()));
            case ProcessEvent.Concluded(var conclusion) -> concludedBy.put(conclusion.id(), recorded.by());
            case ProcessEvent.Amended _,
                    ProcessEvent.Withdrawn _,
                    ProcessEvent.EvidenceAttached _,
                    ProcessEvent.StepAwaitsEvidence _,
                    ProcessEvent.DeadlinesMoved _,
                    ProcessEvent.ConclusionVoided _ -> {}
        }
    }

    private Evaluation result(long version) {
        return switch (state) {
            case ProcessState.NotOpened _ -> throw new IllegalStateException("The history is empty");
            case ProcessState.Opened process -> result(version, process);
        };
    }

    private Evaluation result(long version, ProcessState.Opened process) {
        var model = process.model();
        var current = new LinkedHashMap<Scorer, Evaluation.ScoreBody>(scores);
        current.keySet().retainAll(process.scores().keySet());
        return new Evaluation(
                model.id(),
                model.code(),
                model.name(),
                model.programme(),
                model.unit(),
                model.field(),
                model.kind(),
                model.subject(),
                process.stage(),
                version,
                process.on(),
                process.steps().all().stream().map(this::body).toList(),
                current,
                conclusion(process),
                process.withdrawal());
    }

    private Evaluation.StepBody body(Step step) {
        var how = step.completion();
        var recorded = completed.get(step.code());
        return new Evaluation.StepBody(
                step.code(),
                step.order(),
                step.label(),
                step.actor(),
                step.completedBy(),
                step.level(),
                step.evidence(),
                step.requiredEvidence(),
                step.open() ? step.missing(List.of()) : List.of(),
                step.awaiting(),
                step.due(),
                how == null ? null : how.on(),
                how == null ? null : how.document(),
                recorded == null ? null : recorded.at(),
                recorded == null ? null : recorded.by(),
                step.shown(),
                how == null ? null : how.note(),
                step.late(),
                step.returned(),
                how == null ? null : how.day().asKnown(),
                how == null ? List.of() : how.incomplete(),
                step.moved());
    }

    private Evaluation.@Nullable ConclusionBody conclusion(ProcessState.Opened process) {
        var conclusion = process.conclusion();
        return conclusion == null
                ? null
                : new Evaluation.ConclusionBody(
                        conclusion.id(),
                        conclusion.total(),
                        conclusion.grade(),
                        conclusion.eligible(),
                        conclusion.passed(),
                        conclusion.ineligible(),
                        conclusion.rubric(),
                        conclusion.on(),
                        conclusion.minutes(),
                        conclusion.evidence(),
                        concludedBy.getOrDefault(conclusion.id(), ""),
                        conclusion.day().asKnown(),
                        conclusion.incomplete(),
                        conclusion.values());
    }
}
