package vn.dvk.registration.domain.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is described at its establishment.
 *
 * @param validFrom first day, or null if it has been there for as long as anyone counts
 * @param validTo   last day, or null if it goes on
 */
public record Profile(
        String name,
        String kind,
        @Nullable String parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
