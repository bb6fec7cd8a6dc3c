package vn.dvk.evaluation.domain.rubric;

/** Everything that can happen to a programme's rubrics. */
public sealed interface RubricEvent {

    record Released(Rubric rubric) implements RubricEvent {}
}
