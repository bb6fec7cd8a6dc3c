package vn.dvk.local;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has been changed and is not in the file yet. Whoever reads it is answered after the next commit: otherwise an event
 * could be published out of a change that a crash then takes back. That goes for what is looked up; who looks through everything is not
 * held up.
 */
final class Uncommitted {

    private record Place(Object collection, Long position) {}

    private final Set<Place> places = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Boolean> seen = ThreadLocal.withInitial(() -> false);

    private final boolean committedSometime;

    /** @param committedSometime false where there is no file: then nothing is ever more certain than it is at once */
    Uncommitted(boolean committedSometime) {
        this.committedSometime = committedSometime;
    }

    /** To be said before the change can be read. */
    void changed(Object collection, Long position) {
        if (committedSometime) {
            places.add(new Place(collection, position));
        }
    }

    /** To be said after it was read. */
    void read(Object collection, Long position) {
        if (!places.isEmpty() && places.contains(new Place(collection, position))) {
            seen.set(true);
        }
    }

    void committed() {
        places.clear();
    }

    /** Whether this thread, since it asked last, has read something that was not in the file. */
    boolean hasBeenSeen() {
        boolean was = seen.get();
        seen.set(false);
        return was;
    }
}
