package vn.dvk.reporting.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A countable thing while a life is read: what it is, apart from the model's own dimensions, and when it was found no
 * longer to hold.
 *
 * @param id     of its first version
 * @param place  of its opening event in the life
 * @param own    dimensions of the thing itself
 * @param closed when it was revoked, returned or replaced
 */
record Thing(
        String id,
        Measure measure,
        int place,
        Instant opened,
        LocalDate on,
        Identity asItSaid,
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

    Thing closed(Instant at) {
        return new Thing(id, measure, place, opened, on, asItSaid, own, details, closed == null ? at : closed);
    }
}
