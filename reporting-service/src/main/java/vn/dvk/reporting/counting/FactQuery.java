package vn.dvk.reporting.counting;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;

/**
 * Which facts are meant, in terms all stores understand.
 *
 * @param measures  of facts, as they are stored
 * @param where     dimensions that must have a value; {@link Dimension#MODEL} also takes the model's exact name
 * @param units     units whose facts count, ended ones among them; null for all
 * @param from      first business date; null for no beginning
 * @param asOf      last business date
 * @param valid     only what is valid at the end of that date, and not what has ended by then
 * @param known     by whom knew what
 * @param unlike    only what does not count by this other state of knowledge; null to leave that aside
 * @param dueBefore only what was due before that day
 */
public record FactQuery(
        Set<Measure> measures,
        Map<Dimension, String> where,
        @Nullable Set<String> units,
        @Nullable LocalDate from,
        LocalDate asOf,
        boolean valid,
        Moment known,
        @Nullable Moment unlike,
        @Nullable LocalDate dueBefore) {

    /** No date is later, neither here nor in the stores. */
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    public FactQuery {
        measures = Set.copyOf(measures);
        where = Map.copyOf(where);
        units = units == null ? null : Set.copyOf(units);
    }

    public FactQuery withMeasures(Set<Measure> others) {
        return new FactQuery(others, where, units, from, asOf, valid, known, unlike, dueBefore);
    }

    public FactQuery dueBefore(LocalDate day) {
        return new FactQuery(measures, where, units, from, asOf, valid, known, unlike, day);
    }

    /** What counts by one state of knowledge and not by the other. */
    public FactQuery difference(Moment counts, Moment doesNot) {
        return new FactQuery(measures, where, units, from, asOf, valid, counts, doesNot, dueBefore);
    }
}
