package vn.dvk.reporting.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A countable thing while a history is read: what it is, apart from the model's own dimensions, and when it was found no
 * longer to hold.
 *
 * @param id     of its first version
 * @param place  of its opening event in the history
 * @param own    dimensions of the thing itself
 * @param closed when it was revoked, returned or replaced
 */
record OpenFact(
        String id,
        Measure measure,
        int place,
        Instant opened,
        LocalDate on,
        ModelDimensions asItSaid,
        Map<Dimension, String> own,
        Details details,
        @Nullable Instant closed) {

    /** What is shown with a fact but never counted by. */
    record Details(
            @Nullable String name,
            @Nullable String decision,
            @Nullable String place,
            @Nullable LocalDate due) {

        static final Details NONE = new Details(null, null, null, null);
    }

    OpenFact closed(Instant at) {
        return new OpenFact(id, measure, place, opened, on, asItSaid, own, details, closed == null ? at : closed);
    }
}
