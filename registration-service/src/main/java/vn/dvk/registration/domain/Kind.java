package vn.dvk.registration.domain;

/** What is registered. Independent of {@link Subject}: provinces differ in which combinations they use. */
public enum Kind {
    /** Mô hình. */
    MODEL,
    /** Điển hình. */
    EXEMPLAR
}
