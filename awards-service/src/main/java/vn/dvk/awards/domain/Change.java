package vn.dvk.awards.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of something that was corrected.
 *
 * @param was absent where nothing was stated
 * @param now absent where nothing is stated any more
 */
public record Change(
        String field, @Nullable String was, @Nullable String now) {

    /** Which fields differ between two descriptions of the same thing. */
    public static final class Comparison<T> {

        private final T was;
        private final T now;
        private final List<Change> changes = new ArrayList<>();

        public Comparison(T was, T now) {
            this.was = was;
            this.now = now;
        }

        /** The values are shown as they are written. */
        public Comparison<T> field(String name, Function<T, @Nullable Object> value) {
            var before = value.apply(was);
            var after = value.apply(now);
            if (!Objects.equals(before, after)) {
                changes.add(new Change(name, text(before), text(after)));
            }
            return this;
        }

        /** That it differs is told, what it says is not: free text stays home. */
        public Comparison<T> fieldUntold(String name, Function<T, @Nullable Object> value) {
            if (!Objects.equals(value.apply(was), value.apply(now))) {
                changes.add(new Change(name, null, null));
            }
            return this;
        }

        public List<Change> changes() {
            return List.copyOf(changes);
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }
}
