package vn.dvk.reporting.projection;

import org.jspecify.annotations.Nullable;

/**
 * Which generation answers questions, and which one is being built beside it. Events are written to both.
 *
 * @param building null while nothing is rebuilt
 * @param missed   counts how often an event has reached the one that is read but not the one being built; a rebuild that
 *                 finds it changed reads the log once more
 */
public record ActiveGenerations(int reading, @Nullable Integer building, long missed) {

    static final ActiveGenerations FIRST = new ActiveGenerations(1, null, 0);

    public ActiveGenerations withBuilding(int next) {
        return new ActiveGenerations(reading, next, missed);
    }

    /** The one being built is of no use. */
    public ActiveGenerations withoutBuilding() {
        return new ActiveGenerations(reading, null, missed);
    }

    public ActiveGenerations switchedTo(int next) {
        return new ActiveGenerations(next, null, missed);
    }

    public boolean uses(int number) {
        return number == reading || building != null && number == building;
    }

    boolean sameGenerations(ActiveGenerations other) {
        return withoutMissed().equals(other.withoutMissed());
    }

    private ActiveGenerations withoutMissed() {
        return new ActiveGenerations(reading, building, 0);
    }
}
