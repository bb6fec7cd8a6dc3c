package vn.dvk.awards.read.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
 * @param confirmed those of them where the replication is confirmed
 * @param eligible  units of the kind under the top unit that are alive on the day: the base of the rate
 * @param rate      applying ÷ eligible, four decimals; absent where there is nothing to cover
 * @param ended     units that applied it and are gone on the day, so that a merger does not make them vanish unseen
 */
record Coverage(
        LocalDate on,
        int sources,
        int places,
        int applying,
        int confirmed,
        int eligible,
        @Nullable BigDecimal rate,
        int ended) {

    /** One replication's dates. */
    record ReplicationDates(
            String unit,
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
            Collection<ReplicationDates> replications, Set<String> eligible, Predicate<String> alive, LocalDate day) {
        var applying =
                replications.stream().filter(one -> one.isApplyingOn(day)).toList();
        var covered =
                applying.stream().filter(one -> eligible.contains(one.unit())).toList();
        var units = units(covered);
        return new Coverage(
                day,
                covered.isEmpty() ? 0 : 1,
                covered.size(),
                units.size(),
                units(covered.stream().filter(one -> one.isConfirmedOn(day)).toList())
                        .size(),
                eligible.size(),
                rate(units.size(), eligible.size()),
                (int) units(applying).stream().filter(alive.negate()).count());
    }

    private static Set<String> units(List<ReplicationDates> replications) {
        return replications.stream().map(ReplicationDates::unit).collect(Collectors.toSet());
    }

    private static @Nullable BigDecimal rate(int part, int whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
