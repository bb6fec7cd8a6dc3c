package vn.dvk.registration.domain.unit;

/** What sort of organization a unit is. */
public enum UnitKind {
    PROVINCE,
    BLOC,
    DISTRICT,
    COMMUNE,
    PROVINCIAL_AGENCY,
    GRASSROOTS,
    PARTY_CELL,
    RESIDENTIAL_AREA,
    ENTERPRISE,
    ARMED_FORCE,
    MASS_ORGANISATION,
    SCHOOL,
    OTHER
}
