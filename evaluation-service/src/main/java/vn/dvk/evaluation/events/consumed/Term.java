package vn.dvk.evaluation.events.consumed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A word that is data, as the directory last told of it, as far as it is needed here. Dates include both days.
 *
 * @param shippedTerms how many of its vocabulary come with the platform; null: it is none of them
 */
public record Term(
        String vocabulary,
        String code,
        int rank,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer shippedTerms) {}
