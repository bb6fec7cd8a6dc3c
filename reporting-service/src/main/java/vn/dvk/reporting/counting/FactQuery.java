package vn.dvk.reporting.counting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;

/**
 * Which facts are meant, in terms all stores understand.
 *
 * @param measures  of facts, as they are stored
 * @param where     dimensions that must have a value, or none at all where it is {@link Dimension#NONE}; {@link
 *                  Dimension#MODEL} also takes the model's exact name
 * @param targets   units of which one has to be the target; null for all
 * @param under     whose facts count, any of these; empty for all
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
        @Nullable Set<String> targets,
        List<Under> under,
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
        targets = targets == null ? null : Set.copyOf(targets);
        under = List.copyOf(under);
    }

    public FactQuery withMeasures(Set<Measure> others) {
        return new FactQuery(others, where, targets, under, from, asOf, valid, known, unlike, dueBefore);
    }

    /**
     * Whether only what programmes count of their own is meant, and not what was forwarded to them: over several programmes
     * nothing counts twice. Who asks by programme gets each programme's whole account.
     */
    boolean ownOnly(List<Dimension> by) {
        return !where.containsKey(Dimension.PROGRAMME) && !by.contains(Dimension.PROGRAMME);
    }

    /** Where it stands which entry continues which, as known by whom this is asked: in what was registered, whenever. */
    FactQuery links() {
        return new FactQuery(
                Set.of(Measure.REGISTERED), Map.of(), null, List.of(), null, LAST_DAY, false, known, null, null);
    }

    /** Every fact there is. */
    static FactQuery everything(Moment known) {
        return new FactQuery(
                EnumSet.allOf(Measure.class), Map.of(), null, List.of(), null, LAST_DAY, false, known, null, null);
    }

    /** Of what is asked, what is attributed to that time; empty if nothing can be. */
    Optional<FactQuery> during(@Nullable LocalDate first, @Nullable LocalDate end) {
        var asked = under.isEmpty() ? List.of(new Under(null, null, null, null)) : under;
        var within = asked.stream()
                .map(one -> one.within(first, end))
                .flatMap(Optional::stream)
                .toList();
        return within.isEmpty() ? Optional.empty() : Optional.of(under(within));
    }

    FactQuery where(Map<Dimension, String> others) {
        return new FactQuery(measures, others, targets, under, from, asOf, valid, known, unlike, dueBefore);
    }

    public FactQuery under(List<Under> others) {
        return new FactQuery(measures, where, targets, others, from, asOf, valid, known, unlike, dueBefore);
    }

    public FactQuery targets(@Nullable Set<String> others) {
        return new FactQuery(measures, where, others, under, from, asOf, valid, known, unlike, dueBefore);
    }

    public FactQuery dueBefore(LocalDate day) {
        return new FactQuery(measures, where, targets, under, from, asOf, valid, known, unlike, day);
    }

    /** What counts by one state of knowledge and not by the other. */
    public FactQuery difference(Moment counts, Moment doesNot) {
        return new FactQuery(measures, where, targets, under, from, asOf, valid, counts, doesNot, dueBefore);
    }
}
