package vn.dvk.registration.domain;

/** What is registered. Independent of {@link SubjectType}: provinces differ in which combinations they use. */
public enum RegistrationKind {
    /** Mô hình. */
    MODEL,
    /** Điển hình. */
    EXEMPLAR
}
