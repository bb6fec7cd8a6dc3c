package vn.dvk.evaluation.domain.process;

/** What completes a step. */
public enum CompletedBy {
    /** The accepted registration: done when the process opens. */
    REGISTRATION,
    /** A person, with evidence. */
    PERSON,
    /** The conclusion of the evaluation. */
    EVALUATION,
    /** The recognition, or its refusal. */
    RECOGNITION
}
