package vn.dvk.evaluation.domain;

/** What was registered. Nothing here depends on it; it is passed on to whoever counts. */
public enum ModelKind {
    /** Mô hình. */
    MODEL,
    /** Điển hình. */
    EXEMPLAR
}
