package vn.dvk.kit.relay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.dvk.kit.envelope.OutboxEntry;

/** The outboxes of one kind of stream, as the relay sees them. */
public interface Outbox {

    /** The topic they are published to. */
    String topic();

    /** What waits in these streams, each in order; streams in which nothing waits are left out. */
    Map<String, List<OutboxEntry>> read(Collection<String> streams);

    /** Streams in which something waits, with the first position that does: all of them, or as many as the limit says. */
    Map<String, Long> waiting(int limit);

    /** Takes out the entries up to and including the given position, per stream. */
    void acknowledge(Map<String, Long> lastPositions);

    /** How many entries wait, over all streams. */
    long size();
}
