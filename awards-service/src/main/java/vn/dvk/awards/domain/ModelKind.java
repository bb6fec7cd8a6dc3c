package vn.dvk.awards.domain;

/** What was registered. */
public enum ModelKind {
    /** Mô hình. */
    MODEL,
    /** Điển hình. */
    EXEMPLAR
}
