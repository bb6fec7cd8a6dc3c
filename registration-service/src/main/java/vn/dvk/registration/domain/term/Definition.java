package vn.dvk.registration.domain.term;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a term.
 *
 * @param vi       its name in Vietnamese
 * @param en       its name in English; null: the Vietnamese one
 * @param rank     place among the others, low first
 * @param track    of a form of award: the only system it is given in, a term of the vocabulary of tracks; null: any
 * @param from     first day on which it is in force; null: ever since
 * @param to       last day; null: still
 * @param province the unit whose own term it is; null: everybody's
 */
public record Definition(
        String vi,
        @Nullable String en,
        int rank,
        @Nullable String track,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String province) {}
