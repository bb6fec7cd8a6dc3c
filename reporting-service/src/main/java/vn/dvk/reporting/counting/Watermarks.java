package vn.dvk.reporting.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how far this instance is. */
public interface Watermarks {

    /** The latest one of which everything is visible here; null if none has been yet. */
    @Nullable
    Watermark now();

    /**
     * What of it is not visible here yet: partitions with how many records, or what waits.
     *
     * @return empty if a question with it can be answered
     * @throws Malformed if it is of another log
     */
    List<String> missing(Watermark asked);

    /**
     * One that has everything that lies on the topics now.
     *
     * @throws NotReadYet if there is none yet
     */
    Watermark ofAllThereIs();

    /** The one an answer is of, as it is handed out: the one that was asked by, else the latest. */
    default @Nullable String of(Moment known) {
        var of = known.watermark() == null ? now() : known.watermark();
        return of == null ? null : of.toString();
    }

    /** @throws NotReadYet if a question with it cannot be answered yet */
    default void require(Watermark asked) {
        var missing = missing(asked);
        if (!missing.isEmpty()) {
            throw new NotReadYet(missing);
        }
    }
}
