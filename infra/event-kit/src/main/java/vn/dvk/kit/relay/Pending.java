package vn.dvk.kit.relay;

import java.util.List;
import org.bson.Document;

/** The whole outbox of one stream, in order, as it was at one moment. */
public record Pending(String streamId, List<Document> entries) {
    public Pending {
        entries = List.copyOf(entries);
    }
}
