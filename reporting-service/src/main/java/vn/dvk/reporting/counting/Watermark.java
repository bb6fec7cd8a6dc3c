package vn.dvk.reporting.counting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the instance was that gave an answer: two answers with the same generation and offsets are of the same facts.
 *
 * @param generation number of the read store's generation; negative while none has been looked at
 * @param offsets    records that have been read, over all topics and partitions
 * @param at         when everything that had been read by then was visible; absent until it first was
 */
public record Watermark(
        int generation, long offsets, @Nullable Instant at) {}
