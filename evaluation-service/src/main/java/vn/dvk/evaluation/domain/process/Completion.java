package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * That a step is done, and what shows it.
 *
 * @param on        the day it was done, which may be long before it is recorded; the one it counts by
 * @param precision how much of that day is known; null: all of it
 */
public record Completion(
        LocalDate on,
        @Nullable Paper document,
        List<Evidence> evidence,
        @Nullable String note,
        @Nullable Precision precision) {

    public Completion {
        evidence = List.copyOf(evidence);
    }

    /** On a day that is known. */
    public Completion(LocalDate on, @Nullable Paper document, List<Evidence> evidence, @Nullable String note) {
        this(on, document, evidence, note, null);
    }

    public Day day() {
        return Day.of(on, precision);
    }

    /** What its papers do not tell, by name. */
    public List<String> incomplete() {
        return Historic.missing(day(), "document", document);
    }

    /** As it counts in that programme. */
    Completion counted(Historic historic, String programme) {
        return new Completion(
                historic.counted(day(), programme).on(),
                historic.counted(document, programme),
                evidence,
                note,
                precision);
    }
}
