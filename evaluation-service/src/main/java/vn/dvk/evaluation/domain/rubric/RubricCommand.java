package vn.dvk.evaluation.domain.rubric;

/** Everything a programme's rubrics can be asked for. */
public sealed interface RubricCommand {

    record Release(Rubric rubric) implements RubricCommand {}
}
