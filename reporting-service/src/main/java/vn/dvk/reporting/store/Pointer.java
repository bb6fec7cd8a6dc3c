package vn.dvk.reporting.store;

import java.util.List;

/**
 * Which generation answers questions, and which ones events are written to: one, or two while a rebuild is catching up
 * with what comes in.
 */
public record Pointer(int reading, List<Integer> writing) {

    public Pointer {
        writing = List.copyOf(writing);
    }
}
