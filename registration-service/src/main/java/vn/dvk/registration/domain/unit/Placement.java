package vn.dvk.registration.domain.unit;

import java.util.ArrayList;
import java.util.List;
import vn.dvk.kit.decide.Refusal.Fault;

/**
 * What the units around a unit have against a command, looked up before deciding, so that the decision stays pure.
 *
 * @param faults per field of the request; none if it has its place
 */
public record Placement(List<Fault> faults) {

    public static final Placement FITS = new Placement(List.of());

    public Placement {
        faults = List.copyOf(faults);
    }

    /** The same, with something more against it. */
    public Placement and(Fault more) {
        var all = new ArrayList<>(faults);
        all.add(more);
        return new Placement(all);
    }

    public boolean fits() {
        return faults.isEmpty();
    }
}
