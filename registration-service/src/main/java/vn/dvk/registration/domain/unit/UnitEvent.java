package vn.dvk.registration.domain.unit;

/** Everything that can happen to a unit. */
public sealed interface UnitEvent {

    record Established(String code, Profile profile) implements UnitEvent {}

    /** The description was wrong; this is not a reorganization, it has no date. */
    record Corrected(Profile profile) implements UnitEvent {}

    record Reorganized(Succession succession) implements UnitEvent {}
}
