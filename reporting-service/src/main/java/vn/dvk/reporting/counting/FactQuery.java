package vn.dvk.reporting.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;

/**
 * Which facts are meant, in terms both stores understand.
 *
 * @param where     dimensions that must have a value; {@link Dimension#MODEL} also takes the model's exact name
 * @param units     units whose facts count, ended ones among them; null for all
 * @param asOf      last business date; null for no end
 * @param from      first business date; null for no beginning
 * @param asKnown   what was known at that moment; null for what holds now
 * @param dueBefore only what was due before that day
 */
public record FactQuery(
        Set<Measure> measures,
        Map<Dimension, String> where,
        @Nullable Set<String> units,
        @Nullable LocalDate asOf,
        @Nullable LocalDate from,
        @Nullable Instant asKnown,
        @Nullable LocalDate dueBefore) {

    public FactQuery {
        measures = Set.copyOf(measures);
        where = Map.copyOf(where);
        units = units == null ? null : Set.copyOf(units);
    }

    public FactQuery withMeasures(Set<Measure> others) {
        return new FactQuery(others, where, units, asOf, from, asKnown, dueBefore);
    }

    public FactQuery dueBefore(LocalDate day) {
        return new FactQuery(measures, where, units, asOf, from, asKnown, day);
    }
}
