package vn.dvk.kit.envelope;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An event's place in the stream it comes from, and what a document that follows that stream makes of it.
 *
 * <p>The document that does the work keeps, per source stream, the last position it has seen and marks of the last few
 * events: {@code {n: 7, ids: […]}}. So a redelivery changes nothing, an event that overtook its predecessor is held
 * back, and another event at a place that was taken (its source was restored, or somebody else writes) is noticed.
 *
 * @param from     the source stream's name inside the document, see {@link #key}
 * @param position its place there, starting at 1
 * @param mark     tells the event from another one at the same place
 * @param mode     how the document follows that stream
 */
public record SourcePosition(String from, long position, int mark, FollowMode mode) {

    /** How many events are remembered by more than the last position. */
    private static final int MARKS = 16;

    /** What may lie before the event that opens a stream: more is no history but a mistake or an attack. */
    private static final long FARTHEST_OPENING = 1_000;

    /** How a document follows a source stream. */
    public enum FollowMode {
        /** Every position counts, from 1. */
        GAPLESS,
        /** Nothing before this event matters here, so it may be the first one that is seen. */
        OPENING,
        /** Of no use here, and counts only once the stream has been opened. */
        ONCE_OPENED,
        /** A person has given it up: its place counts as seen, whatever is missing before it. */
        GIVEN_UP
    }

    /** What a position means to a document that has seen others before. */
    public enum PositionCheck {
        NEXT,
        DUPLICATE,
        /** Need not be remembered. */
        PASS,
        TOO_EARLY,
        /** Another event has been seen at this place. */
        FORK
    }

    /** Field name for a source stream: readable where it is the document's own id, and safe in any case. */
    public static String key(String source, String subject, String documentId) {
        var service = Source.serviceOf(source).replaceAll("[^A-Za-z0-9_-]", "_");
        return subject.equals(documentId) ? service : service + '|' + DeterministicId.of(source, subject);
    }

    /** @param seen last places per source stream, or null if the document does not exist yet */
    public PositionCheck check(@Nullable Document seen) {
        var last = lastSeen(seen);
        if (position <= last) {
            return isAnother(seen, last) ? PositionCheck.FORK : PositionCheck.DUPLICATE;
        }
        var next = position == last + 1;
        return switch (mode) {
            case GIVEN_UP -> PositionCheck.NEXT;
            case OPENING ->
                next || last == 0 && position <= FARTHEST_OPENING ? PositionCheck.NEXT : PositionCheck.TOO_EARLY;
            case ONCE_OPENED -> last == 0 ? PositionCheck.PASS : next ? PositionCheck.NEXT : PositionCheck.TOO_EARLY;
            case GAPLESS -> next ? PositionCheck.NEXT : PositionCheck.TOO_EARLY;
        };
    }

    private boolean isAnother(@Nullable Document seen, long last) {
        var marks = marks(seen);
        var index = marks.size() - 1 - (last - position);
        return index >= 0 && marks.get((int) index) != mark;
    }

    public long lastSeen(@Nullable Document seen) {
        return seen != null && seen.get(from) instanceof Document place
                ? place.get("n", Number.class).longValue()
                : 0;
    }

    private List<Integer> marks(@Nullable Document seen) {
        return seen != null && seen.get(from) instanceof Document place
                ? place.getList("ids", Integer.class, List.of())
                : List.of();
    }

    /** What the document keeps under {@link #from} once it has seen this one. */
    public Document remembered(@Nullable Document seen) {
        // Behind a hole the older marks would stand at wrong places.
        var marks = new ArrayList<>(position == lastSeen(seen) + 1 ? marks(seen) : List.<Integer>of());
        marks.add(mark);
        return new Document("n", position)
                .append("ids", List.copyOf(marks.subList(Math.max(0, marks.size() - MARKS), marks.size())));
    }
}
