package vn.dvk.registration.domain.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is described at its establishment.
 *
 * @param validFrom first day, or null if it has been there for as long as anyone counts
 * @param validTo   last day, or null if it goes on
 * @param nationalCode in the State's list of administrative units or the Party's of organizations; null: none is known
 */
public record Profile(
        String name,
        String kind,
        @Nullable String parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String nationalCode) {

    /** Of one whose national code is not known. */
    public Profile(
            String name,
            String kind,
            @Nullable String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(name, kind, parent, validFrom, validTo, null);
    }
}
