package vn.dvk.reporting.read.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;

/**
 * How far one model has spread on a day, counted three ways that are never mixed: the source, source × place, and units
 * covered out of the units there are. Word for word the awards service's answer.
 *
 * @param sources   1 if it is applied at any place under the top unit, else 0
 * @param places    source × place: places in those units that apply it
 * @param applying  distinct eligible units that apply it, confirmed or not yet
 * @param source    1 if the source model's own unit is one of those eligible, else 0
 * @param covered   distinct eligible units that have it: those applying it and the source's own
 * @param confirmed those of them where the replication is confirmed
 * @param eligible  units of the kind under the top unit that are alive on the day: the base of the rate
 * @param rate      covered ÷ eligible, four decimals; absent where there is nothing to cover
 * @param ended     units that applied it and are gone on the day
 */
record Coverage(
        LocalDate on,
        int sources,
        int places,
        int applying,
        int source,
        int covered,
        int confirmed,
        int eligible,
        @Nullable BigDecimal rate,
        int ended) {

    /**
     * @param applying  facts of replications that are applied on the day
     * @param confirmed of those that are confirmed on it
     * @param place     the unit that is in a target's place on the day
     * @param alive     on the day
     */
    static Coverage of(
            List<Fact> applying,
            List<Fact> confirmed,
            @Nullable String sourceUnit,
            Set<String> eligible,
            UnaryOperator<String> place,
            Predicate<String> alive,
            LocalDate day) {
        var targets = targets(applying, place);
        var covered = targets.stream().filter(eligible::contains).toList();
        var units = Set.copyOf(covered);
        var having = new HashSet<>(units);
        var own = sourceUnit != null && eligible.contains(place.apply(sourceUnit));
        if (sourceUnit != null && own) {
            having.add(place.apply(sourceUnit));
        }
        return new Coverage(
                day,
                covered.isEmpty() ? 0 : 1,
                covered.size(),
                units.size(),
                own ? 1 : 0,
                having.size(),
                (int) targets(confirmed, place).stream()
                        .filter(eligible::contains)
                        .distinct()
                        .count(),
                eligible.size(),
                eligible.isEmpty()
                        ? null
                        : BigDecimal.valueOf(having.size())
                                .divide(BigDecimal.valueOf(eligible.size()), 4, RoundingMode.HALF_UP),
                (int) targets.stream().filter(alive.negate()).distinct().count());
    }

    private static List<String> targets(List<Fact> facts, UnaryOperator<String> place) {
        return facts.stream()
                .map(fact -> fact.get(Dimension.TARGET))
                .filter(Objects::nonNull)
                .map(place)
                .collect(Collectors.toList());
    }
}
