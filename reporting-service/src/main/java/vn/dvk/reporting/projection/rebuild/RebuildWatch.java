package vn.dvk.reporting.projection.rebuild;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.projection.rebuild.Rebuild.State;
import vn.dvk.reporting.projection.rebuild.RebuildRegister.Entry;

/**
 * Tells a dead rebuild from a living one by looking at it again and again: one whose count of beats stands still for long
 * enough, measured by the one who looks, is dead. Used by one thread.
 */
final class RebuildWatch {

    private final RebuildRegister register;
    private final long silence;
    private final LongSupplier nanos;
    private @Nullable Entry last;
    private long since;

    /** @param nanos a clock that never goes back */
    RebuildWatch(RebuildRegister register, Duration silence, LongSupplier nanos) {
        this.register = register;
        this.silence = silence.toNanos();
        this.nanos = nanos;
    }

    /** The rebuild under way, if it has not moved for too long. */
    Optional<Entry> dead() {
        var now = register.latest()
                .filter(entry -> entry.rebuild().state() == State.RUNNING)
                .orElse(null);
        if (now == null || !now.equals(last)) {
            last = now;
            since = nanos.getAsLong();
            return Optional.empty();
        }
        return nanos.getAsLong() - since > silence ? Optional.of(now) : Optional.empty();
    }
}
