package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Other entries and units that a form names, looked up before deciding.
 *
 * @param entries those it continues or copies, by id, as far as they are there
 * @param above   whom the entry it continues goes on from, and so on: the nearest first
 * @param units   those of its owners that are there and alive on the day
 */
public record Related(Map<String, Entry> entries, List<String> above, Set<String> units) {

    public static final Related NONE = new Related(Map.of(), List.of(), Set.of());

    /**
     * @param registeredOn null while it is not registered
     * @param voided       whether it never was
     */
    public record Entry(
            String code, String programme, @Nullable LocalDate registeredOn, boolean voided) {}

    public Related {
        entries = Map.copyOf(entries);
        above = List.copyOf(above);
        units = Set.copyOf(units);
    }
}
