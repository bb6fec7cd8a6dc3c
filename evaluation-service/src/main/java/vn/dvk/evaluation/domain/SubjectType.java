package vn.dvk.evaluation.domain;

/** Whose work it is. The rubric depends on it. */
public enum SubjectType {
    /** Tập thể. */
    COLLECTIVE,
    /** Cá nhân. */
    INDIVIDUAL,
    /** Hộ gia đình. */
    HOUSEHOLD
}
