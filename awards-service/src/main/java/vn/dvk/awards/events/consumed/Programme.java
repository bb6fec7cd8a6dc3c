package vn.dvk.awards.events.consumed;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.SeveralForms;

/**
 * A programme as the directory states it: what this service reads of it, and keeps.
 *
 * @param host     the unit that runs it
 * @param cutOff   last day that counts
 * @param historic whether its papers may tell less than the day; null: no
 */
public record Programme(
        String code,
        String host,
        List<String> levels,
        Requirement recognitionRequires,
        @Nullable SeveralForms severalForms,
        LocalDate cutOff,
        @Nullable Boolean historic) {

    /** Its cut-off, if it is historic. */
    public @Nullable LocalDate historicUntil() {
        return Boolean.TRUE.equals(historic) ? cutOff : null;
    }

    /** What must come before a recognition. */
    public enum Requirement {
        EVALUATED,
        NOTHING
    }
}
