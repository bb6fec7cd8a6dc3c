package vn.dvk.registration.domain;

/** Whose model or example it is. */
public enum SubjectType {
    /** Tập thể. */
    COLLECTIVE,
    /** Cá nhân. */
    INDIVIDUAL,
    /** Hộ gia đình. */
    HOUSEHOLD
}
