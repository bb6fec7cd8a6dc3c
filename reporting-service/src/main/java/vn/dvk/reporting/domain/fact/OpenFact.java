package vn.dvk.reporting.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A countable thing while a history is read: what it is, apart from the model's own dimensions, when it ended, and when it
 * was found wrong.
 *
 * @param id         of its first version
 * @param place      of its opening event in the history
 * @param attributed the day whose dimensions of the model it is counted by
 * @param own        dimensions of the thing itself
 * @param end        when it was no longer so
 * @param closed     when it was found never to have been so
 */
record OpenFact(
        String id,
        Measure measure,
        int place,
        Instant opened,
        LocalDate on,
        LocalDate attributed,
        ModelDimensions asItSaid,
        Map<Dimension, String> own,
        Details details,
        @Nullable End end,
        @Nullable Instant closed) {

    /** What is shown with a fact but never counted by. */
    record Details(
            @Nullable String name,
            @Nullable String decision,
            @Nullable String place,
            @Nullable LocalDate due) {

        static final Details NONE = new Details(null, null, null, null);

        /** By a name that counts only where the registration itself gives none. */
        Details called(@Nullable String other) {
            return new Details(other, decision, place, due);
        }
    }

    /** @param until the first day on which it is no longer so */
    record End(LocalDate until, Instant known) {}

    OpenFact ended(LocalDate until, Instant at) {
        return new OpenFact(
                id, measure, place, opened, on, attributed, asItSaid, own, details, new End(until, at), closed);
    }

    OpenFact closed(Instant at) {
        return new OpenFact(
                id, measure, place, opened, on, attributed, asItSaid, own, details, end, closed == null ? at : closed);
    }
}
