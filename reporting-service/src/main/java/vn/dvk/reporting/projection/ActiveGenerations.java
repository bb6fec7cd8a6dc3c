package vn.dvk.reporting.projection;

import java.util.List;

/**
 * Which generation answers questions, and which ones events are written to: one, or two while a rebuild is catching up
 * with what comes in.
 */
public record ActiveGenerations(int reading, List<Integer> writing) {

    public ActiveGenerations {
        writing = List.copyOf(writing);
    }
}
