package vn.dvk.registration.domain.unit;

/** Everything that can be asked about a unit. */
public sealed interface UnitCommand {

    /** Establishes it, or corrects its description. */
    record Describe(String code, Profile profile, Placement placement) implements UnitCommand {}

    record Reorganize(Succession succession, Placement placement) implements UnitCommand {}
}
