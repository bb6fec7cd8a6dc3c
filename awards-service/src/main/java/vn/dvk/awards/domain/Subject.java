package vn.dvk.awards.domain;

/** Whose model or merit it is. */
public enum Subject {
    /** Tập thể. */
    COLLECTIVE,
    /** Cá nhân. */
    INDIVIDUAL,
    /** Hộ gia đình. */
    HOUSEHOLD
}
