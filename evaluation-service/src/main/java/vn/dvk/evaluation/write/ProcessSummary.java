package vn.dvk.evaluation.write;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.evaluation.domain.process.Step;
import vn.dvk.evaluation.domain.rubric.Scorer;

/**
 * Where a process stands after a command, in a few words; the whole of it is a {@code GET} away.
 *
 * @param nextStep code of the first open step
 */
public record ProcessSummary(
        String model,
        String code,
        Stage state,
        @Nullable String nextStep,
        Map<Scorer, Result> scores,
        @Nullable Result conclusion) {

    /**
     * @param total absent where the model is not eligible for one
     * @param grade absent for a score of some criteria only
     */
    public record Result(
            String rubric, @Nullable Double total, @Nullable String grade) {}

    /** @throws IllegalStateException for a process that is not open: no command succeeds on it */
    public static ProcessSummary of(ProcessState state) {
        return switch (state) {
            case ProcessState.NotOpened _ -> throw new IllegalStateException("Nothing was accepted before the opening");
            case ProcessState.Opened process -> of(process);
        };
    }

    private static ProcessSummary of(ProcessState.Opened process) {
        var scores = new EnumMap<Scorer, Result>(Scorer.class);
        process.scores()
                .forEach((by, score) -> scores.put(by, new Result(score.rubric(), score.total(), score.grade())));
        var conclusion = process.conclusion();
        return new ProcessSummary(
                process.model().id(),
                process.model().code(),
                process.stage(),
                process.steps().nextOpen().map(Step::code).orElse(null),
                scores,
                conclusion == null ? null : new Result(conclusion.rubric(), conclusion.total(), conclusion.grade()));
    }
}
