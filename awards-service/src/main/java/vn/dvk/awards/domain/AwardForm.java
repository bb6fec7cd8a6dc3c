package vn.dvk.awards.domain;

/** Form of award (hình thức khen thưởng). */
public enum AwardForm {
    /** Giấy khen. */
    GIAY_KHEN,
    /** Bằng khen. */
    BANG_KHEN,
    /** Biểu dương, tuyên dương: no document of its own form. */
    BIEU_DUONG,
    /** Giấy chứng nhận. */
    GIAY_CHUNG_NHAN,
    /** Cờ thi đua. */
    CO_THI_DUA,
    /** Kỷ niệm chương. */
    KY_NIEM_CHUONG,
    /** Khen thưởng, the form not being stated. */
    KHEN_THUONG
}
