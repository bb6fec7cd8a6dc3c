package vn.dvk.kit.envelope;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An event's place in the stream it comes from, and what a gap before it means.
 *
 * <p>The document that does the work keeps, per source stream, the last position it has seen. So a redelivery changes
 * nothing, and an event that overtook its predecessor is held back.
 *
 * @param from     the source stream's name inside the document, see {@link #key}
 * @param position its place there, starting at 1
 * @param reading  how the reader follows that stream
 */
public record SourcePosition(String from, long position, Reading reading) {

    /** How a reader follows a stream. */
    public enum Reading {
        /** Every position counts, from 1. */
        GAPLESS,
        /** Nothing before this event matters here, so it may be the first one that is seen. */
        OPENING,
        /** Of no use here, and counts only once the stream has been opened. */
        ONCE_OPENED,
        /** A compacted topic: there are holes, the latest wins. */
        LATEST
    }

    /** What a position means to a document that has seen others before. */
    public enum Turn {
        NEXT,
        DUPLICATE,
        /** Need not be remembered. */
        PASS,
        TOO_EARLY
    }

    /** Field name for a source stream; the subject is left out where it is the document's own id. */
    public static String key(String source, String subject, String documentId) {
        var service = source.substring(source.lastIndexOf('/') + 1);
        return (subject.equals(documentId) ? service : service + "|" + subject).replace('.', '_');
    }

    /** @param seen last position per source stream, or null if the document does not exist yet */
    public Turn turn(@Nullable Document seen) {
        var last = lastSeen(seen);
        if (position <= last) {
            return Turn.DUPLICATE;
        }
        return switch (reading) {
            case LATEST -> Turn.NEXT;
            case OPENING -> position == last + 1 || last == 0 ? Turn.NEXT : Turn.TOO_EARLY;
            case ONCE_OPENED -> last == 0 ? Turn.PASS : position == last + 1 ? Turn.NEXT : Turn.TOO_EARLY;
            case GAPLESS -> position == last + 1 ? Turn.NEXT : Turn.TOO_EARLY;
        };
    }

    public long lastSeen(@Nullable Document seen) {
        return seen != null && seen.get(from) instanceof Number last ? last.longValue() : 0;
    }
}
