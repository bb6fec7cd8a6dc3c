package vn.dvk.awards.domain;

/** Kind of unit (loại đơn vị). */
public enum UnitKind {
    /** Tỉnh, thành phố. */
    PROVINCE,
    /** Đảng bộ Khối. */
    BLOC,
    /** Huyện. */
    DISTRICT,
    /** Xã, phường, đặc khu. */
    COMMUNE,
    /** Cơ quan cấp tỉnh. */
    PROVINCIAL_AGENCY,
    /** Tổ chức cơ sở đảng. */
    GRASSROOTS,
    /** Chi bộ. */
    PARTY_CELL,
    /** Khu dân cư. */
    RESIDENTIAL_AREA,
    /** Doanh nghiệp. */
    ENTERPRISE,
    /** Lực lượng vũ trang. */
    ARMED_FORCE,
    /** Đoàn thể. */
    MASS_ORGANISATION,
    /** Trường học. */
    SCHOOL,
    /** Khác. */
    OTHER
}
