package vn.dvk.awards.read.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far one model has spread on a day, counted three ways that are never mixed: the source, source × place, and units
 * covered out of the units there are.
 *
 * @param sources   1 if it is applied at any place under the top unit, else 0
 * @param places    source × place: places in those units that apply it
 * @param applying  distinct eligible units that apply it, confirmed or not yet
 * @param source    1 if the source model's own unit is one of those eligible, else 0
 * @param covered   distinct eligible units that have it: those applying it and the source's own
 * @param confirmed those of them where the replication is confirmed
 * @param eligible  units of the kind under the top unit that are alive on the day: the base of the rate
 * @param rate      covered ÷ eligible, four decimals; absent where there is nothing to cover
 * @param ended     units that applied it and are gone on the day, so that a merger does not make them vanish unseen
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

    /** From when to when one target has applied it. A place that is no unit of ours has no unit. */
    record ReplicationDates(
            @Nullable String unit,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate stoppedOn) {

        boolean isApplyingOn(LocalDate day) {
            return isReached(startedOn, day) && !isReached(stoppedOn, day);
        }

        boolean isConfirmedOn(LocalDate day) {
            return isApplyingOn(day) && isReached(confirmedOn, day);
        }

        private static boolean isReached(@Nullable LocalDate date, LocalDate day) {
            return date != null && !date.isAfter(day);
        }
    }

    static Coverage of(
            Collection<ReplicationDates> replications,
            @Nullable String sourceUnit,
            Set<String> eligible,
            Predicate<String> alive,
            LocalDate day) {
        var applying =
                replications.stream().filter(one -> one.isApplyingOn(day)).toList();
        var covered = applying.stream()
                .filter(one -> one.unit() != null && eligible.contains(one.unit()))
                .toList();
        var units = units(covered);
        var having = new HashSet<>(units);
        if (sourceUnit != null && eligible.contains(sourceUnit)) {
            having.add(sourceUnit);
        }
        return new Coverage(
                day,
                covered.isEmpty() ? 0 : 1,
                covered.size(),
                units.size(),
                sourceUnit != null && eligible.contains(sourceUnit) ? 1 : 0,
                having.size(),
                units(covered.stream().filter(one -> one.isConfirmedOn(day)).toList())
                        .size(),
                eligible.size(),
                rate(having.size(), eligible.size()),
                (int) units(applying).stream().filter(alive.negate()).count());
    }

    private static Set<String> units(List<ReplicationDates> replications) {
        return replications.stream()
                .map(ReplicationDates::unit)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable BigDecimal rate(int part, int whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
