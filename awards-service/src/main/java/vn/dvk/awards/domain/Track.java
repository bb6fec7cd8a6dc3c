package vn.dvk.awards.domain;

/** The system in which an award is given. Two run side by side and are never summed as one. */
public enum Track {
    /** Hệ thống của Đảng: chi bộ, đảng ủy, ban thường vụ, ban dân vận. */
    PARTY,
    /** Hệ thống của Nhà nước: chủ tịch UBND, under the law on emulation and commendation. */
    STATE,
    /** Not stated. */
    UNKNOWN
}
