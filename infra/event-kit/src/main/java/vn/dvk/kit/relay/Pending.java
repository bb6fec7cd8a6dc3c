package vn.dvk.kit.relay;

import java.util.List;
import org.bson.Document;

/**
 * The whole outbox of one stream, in order, as it was at one moment.
 *
 * @param added how many of the entries nobody has been told of before
 */
public record Pending(String streamId, List<Document> entries, int added) {

    public Pending {
        entries = List.copyOf(entries);
    }

    public Pending(String streamId, List<Document> entries) {
        this(streamId, entries, entries.size());
    }

    /** 0 if nothing waits. */
    long lastPosition() {
        return entries.isEmpty()
                ? 0
                : entries.getLast().get("position", Number.class).longValue();
    }
}
