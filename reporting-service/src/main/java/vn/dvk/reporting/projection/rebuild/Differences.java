package vn.dvk.reporting.projection.rebuild;

import java.util.List;

/**
 * Where a rebuilt generation says something else than the one that is read.
 *
 * @param count how many documents differ
 * @param first some of them
 */
public record Differences(long count, List<Difference> first) {

    /** Of which a person sees so many. */
    static final int SHOWN = 20;

    /** @param id of the card, or of the unit or programme */
    public record Difference(String id, Kind kind) {}

    /** How two documents differ. */
    public enum Kind {
        /** The same events, and something else follows from them: the way of counting has changed. */
        CONTENT,
        /** It lacks events that the read one has: the log has lost them. */
        BEHIND
    }

    public Differences {
        first = List.copyOf(first);
    }
}
