package vn.dvk.evaluation.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next to be given as {@code cursor} for the next page; absent after the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** As text, because annotations take nothing else. */
    public static final String DEFAULT_LIMIT = "50";

    public static final int MAX_LIMIT = 500;
}
