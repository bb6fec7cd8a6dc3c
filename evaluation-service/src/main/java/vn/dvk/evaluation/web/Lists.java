package vn.dvk.evaluation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words of every list: how many, and where to go on. */
public final class Lists {

    /** As text, because annotations take nothing else. */
    public static final String DEFAULT_LIMIT = "50";

    public static final int MOST = 500;

    private Lists() {}

    /**
     * A page of a list.
     *
     * @param next to be given as {@code cursor} for the next page; null after the last
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Page<T>(List<T> items, @Nullable String next) {}
}
