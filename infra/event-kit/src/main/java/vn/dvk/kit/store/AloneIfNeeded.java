package vn.dvk.kit.store;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The failure policy for work on many documents at once. */
public final class AloneIfNeeded {

    private AloneIfNeeded() {}

    /**
     * All together; and if that fails, and not because the store is away, each alone, so that only the ones at fault are
     * blamed.
     *
     * @param work  may be done again to the same ones
     * @param blame is given each one that fails alone, and why
     * @throws RuntimeException when the store is out of reach: nothing is known then, and all of it comes again
     */
    public static <T> void run(
            Collection<T> all, Consumer<Collection<T>> work, BiConsumer<T, ? super RuntimeException> blame) {
        try {
            work.accept(all);
        } catch (RuntimeException e) {
            if (StoreErrors.isOutOfReach(e)) {
                throw e;
            }
            if (all.size() == 1) {
                blame.accept(all.iterator().next(), e);
            } else {
                all.forEach(one -> run(List.of(one), work, blame));
            }
        }
    }
}
