package vn.dvk.reporting.counting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.projection.Directory;

/**
 * A state of knowledge: what the log had by then.
 *
 * @param at        null for all there is
 * @param watermark the place in the log it was asked by; null if by a time or not at all
 */
public record Moment(@Nullable Instant at, @Nullable Watermark watermark) {

    public static final Moment NOW = new Moment(null, null);

    public Moment(@Nullable Instant at) {
        this(at, null);
    }

    public static Moment of(Watermark watermark) {
        return new Moment(watermark.at(), watermark);
    }

    /**
     * The day that is today to whoever asks: with a watermark that of the watermark, or its answer would not stay the same.
     */
    public LocalDate today(Directory directory) {
        return watermark == null ? directory.today() : LocalDate.ofInstant(watermark.at(), Directory.VIETNAM);
    }

    /** As a caller would ask for it; empty for all there is. */
    @Override
    public String toString() {
        return watermark != null ? watermark.toString() : at == null ? "" : at.toString();
    }
}
