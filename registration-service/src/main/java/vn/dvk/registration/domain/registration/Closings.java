package vn.dvk.registration.domain.registration;

import static vn.dvk.registration.domain.RegistrationReason.PROGRAMME_CLOSED;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Refusal;

/**
 * The closed programmes: what a paper of a later day selects or accepts is new, and nothing new is taken in.
 *
 * @param days last day of each on which something may have been selected or accepted, by its code
 */
public record Closings(Map<String, LocalDate> days) {

    /** All are open. */
    public static final Closings NONE = new Closings(Map.of());

    public Closings {
        days = Map.copyOf(days);
    }

    /** Late entry is normal: a paper from before the closing counts, and one that may be from before it too. */
    Optional<Refusal> refusal(Day on, String programme) {
        var closed = days.get(programme);
        return closed != null && on.first().isAfter(closed)
                ? Optional.of(Refusal.because(PROGRAMME_CLOSED, programme, closed))
                : Optional.empty();
    }
}
