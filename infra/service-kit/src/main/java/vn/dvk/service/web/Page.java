package vn.dvk.service.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to ask with for the page after this one ({@link Cursor}); absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param found in the list's order, behind the cursor, and one more than the limit: whether there is more is known
     *     without counting
     * @param place where in the order one stands
     */
    public static <R, T> Page<T> of(List<R> found, int limit, Function<R, T> item, Function<R, Cursor> place) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                shown.stream().map(item).toList(),
                found.size() > limit ? place.apply(shown.getLast()).toString() : null);
    }
}
