package vn.dvk.awards.domain;

/** What was registered. */
public enum Kind {
    /** Mô hình. */
    MODEL,
    /** Điển hình. */
    EXEMPLAR
}
