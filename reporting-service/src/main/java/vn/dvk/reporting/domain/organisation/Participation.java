package vn.dvk.reporting.domain.organisation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who should register, and who of them has: at every unit those who have and those who are missing make up those who
 * should.
 *
 * @param registering units that have registered, whether they should or not
 */
public record Participation(TargetUnits targets, Set<String> registering) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Participation {
        registering = Set.copyOf(registering);
    }

    /** @param unit at or below which; null for the whole programme, here and in what follows */
    public List<String> registered(@Nullable String unit) {
        return targets.should(unit).stream().filter(registering::contains).toList();
    }

    public List<String> missing(@Nullable String unit) {
        return targets.should(unit).stream()
                .filter(one -> !registering.contains(one))
                .toList();
    }

    /** In percent; null where nobody should. */
    public @Nullable BigDecimal rate(@Nullable String unit) {
        return percent(
                BigDecimal.valueOf(registered(unit).size()),
                targets.should(unit).size());
    }

    /** With one decimal place; null of nothing. */
    public static @Nullable BigDecimal percent(BigDecimal part, int whole) {
        return whole == 0 ? null : part.multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
