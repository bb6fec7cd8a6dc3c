package vn.dvk.awards.domain;

/** The level that recognizes (cấp công nhận). A lower one is never a precondition of a higher one. */
public enum Level {
    /** Cơ sở. */
    GRASSROOTS,
    /** Cấp huyện: history, see {@link Terms#endings}. */
    DISTRICT,
    /** Đảng bộ Khối: history, see {@link Terms#endings}. */
    BLOC,
    /** Cấp tỉnh. */
    PROVINCE,
    /** Trung ương. */
    CENTRAL
}
