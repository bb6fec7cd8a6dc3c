package vn.dvk.registration.domain.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units that should register (đơn vị phải đăng ký): named one by one, or by a rule that holds on every day, whatever
 * is reorganized.
 *
 * @param units      their codes; null: by the rule
 * @param kind       of the rule: every unit of this kind, a term; null: they are named
 * @param under      of the rule: below this unit, at any depth; null: they are named
 * @param exemptions who need not, although they are meant
 */
public record Targets(
        @Nullable List<String> units,
        @Nullable String kind,
        @Nullable String under,
        List<Exemption> exemptions) {

    /**
     * A unit that need not register for a time.
     *
     * @param to last day; null: it still holds
     */
    public record Exemption(
            String unit, LocalDate from, @Nullable LocalDate to, String reason) {}

    public Targets {
        units = units == null ? null : List.copyOf(units);
        exemptions = List.copyOf(exemptions);
    }
}
