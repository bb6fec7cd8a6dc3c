package vn.dvk.awards.domain;

/** What is commended. The two are counted apart. */
public enum Category {
    /** Khen mô hình, điển hình. */
    MODEL,
    /** Khen thành tích lãnh đạo, tham gia phong trào. */
    MOVEMENT
}
