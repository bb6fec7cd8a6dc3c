package vn.dvk.awards.domain;

/** The level that recognizes (cấp công nhận). A lower one is never a precondition of a higher one. */
public enum Level {
    /** Cơ sở. */
    GRASSROOTS,
    /** Cấp huyện: history, see {@link ProgrammeRules#endings}. */
    DISTRICT,
    /** Đảng bộ Khối: history, see {@link ProgrammeRules#endings}. */
    BLOC,
    /** Cấp tỉnh. */
    PROVINCE,
    /** Trung ương. */
    CENTRAL
}
