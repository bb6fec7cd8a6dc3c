package vn.dvk.reporting.domain.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text with figures, as it was published. Whether they are right is not said by it: that is reckoned whenever somebody
 * asks.
 *
 * @param programme whose figures they are
 * @param title     of the article or report
 * @param publisher who published it, in words
 * @param on        the day it was published
 * @param asOf      last business date that its figures count; null: the programme's cut-off
 */
public record Statement(
        String programme,
        String title,
        String publisher,
        LocalDate on,
        @Nullable LocalDate asOf,
        List<Figure> figures) {

    public Statement {
        figures = List.copyOf(figures);
    }

    /**
     * A figure of it.
     *
     * @param id           the text's own name of it, such as N08
     * @param text         how it was put
     * @param value        null if the text gives none
     * @param atLeast      true if the text says that many or more
     * @param counts       the filter whose count it should be
     * @param comparedWith a filter like that: the figure says how many more those are than these
     */
    public record Figure(
            String id,
            @Nullable String text,
            @Nullable BigDecimal value,
            @Nullable Boolean atLeast,
            Map<String, String> counts,
            @Nullable Map<String, String> comparedWith) {}
}
