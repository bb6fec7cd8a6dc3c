package vn.dvk.evaluation.domain.rubric;

import java.util.List;
import vn.dvk.kit.decide.Refusal.Fault;

/** Everything a programme's rubrics can be asked for. */
public sealed interface RubricCommand {

    /** @param wrongWords what the vocabulary of grades has against its bands */
    record Release(Rubric rubric, List<Fault> wrongWords) implements RubricCommand {
        public Release {
            wrongWords = List.copyOf(wrongWords);
        }
    }
}
