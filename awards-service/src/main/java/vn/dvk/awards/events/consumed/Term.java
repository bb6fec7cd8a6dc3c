package vn.dvk.awards.events.consumed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A word that is data, as the directory states it: what this service reads of it, and keeps. Dates include both days.
 *
 * @param track        of a form of award: the only one it is given in; null: any
 * @param shippedTerms how many of its vocabulary come with the platform; null: it is none of them
 */
public record Term(
        String vocabulary,
        String code,
        int rank,
        @Nullable String track,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer shippedTerms) {}
