package vn.dvk.reporting.counting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state of knowledge: what had been recorded by then.
 *
 * @param at null for all there is
 */
public record Moment(@Nullable Instant at) {

    public static final Moment NOW = new Moment(null);
}
