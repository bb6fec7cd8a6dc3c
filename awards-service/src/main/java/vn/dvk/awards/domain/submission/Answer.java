package vn.dvk.awards.domain.submission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item.
 *
 * @param decision id in the register; null for a refusal by no decision
 * @param reason   of a refusal
 */
public record Answer(
        Item item,
        Verdict verdict,
        @Nullable String decision,
        LocalDate on,
        @Nullable String reason) {

    /** Which way it went. */
    public enum Verdict {
        /** Công nhận. */
        RECOGNIZED,
        /** Khen thưởng. */
        AWARDED,
        /** Không công nhận, không khen. */
        REFUSED
    }
}
