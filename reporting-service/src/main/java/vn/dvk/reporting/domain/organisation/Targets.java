package vn.dvk.reporting.domain.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units that should register: named, or every unit of a kind below a unit.
 *
 * @param units null: by the rule
 * @param kind  null: they are named
 * @param under null: they are named
 */
public record Targets(
        @Nullable List<String> units,
        @Nullable String kind,
        @Nullable String under,
        List<Exemption> exemptions) {

    /** @param to last day; null: it still holds */
    public record Exemption(
            String unit, LocalDate from, @Nullable LocalDate to, String reason) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    public Targets {
        units = units == null ? null : List.copyOf(units);
        // Optional in the contract, and the reader of JSON leaves out what is not there.
        exemptions = exemptions == null ? List.of() : List.copyOf(exemptions);
    }
}
