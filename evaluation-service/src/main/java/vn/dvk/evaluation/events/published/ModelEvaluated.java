package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.GoalValue;
import vn.dvk.evaluation.domain.process.Conclusion;
import vn.dvk.evaluation.domain.process.Model;
import vn.dvk.kit.decide.Precision;

/** The council has concluded; the single points stay home, how far the goals have come is told. */
record ModelEvaluated(
        @JsonUnwrapped Dimensions dimensions,
        String conclusion,
        String rubric,
        boolean eligible,
        @Nullable Double total,
        String grade,
        boolean passed,
        @Nullable Double self,
        @Nullable Double superior,
        @Nullable List<EvidenceRef> evidence,
        @Nullable Precision precision,
        @Nullable List<String> incomplete,
        @Nullable List<GoalValue> values) {

    static ModelEvaluated of(Model model, Conclusion conclusion) {
        return new ModelEvaluated(
                Dimensions.of(model, conclusion.on()),
                conclusion.id(),
                conclusion.rubric(),
                conclusion.eligible(),
                conclusion.total(),
                conclusion.grade(),
                conclusion.passed(),
                conclusion.self(),
                conclusion.superior(),
                EvidenceRef.of(conclusion.evidence()),
                conclusion.precision(),
                Dimensions.orNone(conclusion.incomplete()),
                conclusion.values().isEmpty() ? null : conclusion.values());
    }
}
