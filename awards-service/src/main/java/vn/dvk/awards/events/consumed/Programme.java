package vn.dvk.awards.events.consumed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.SeveralForms;

/** A programme as the directory states it: what this service reads of it, and keeps. */
public record Programme(
        String code,
        List<String> levels,
        Requirement recognitionRequires,
        @Nullable SeveralForms severalForms) {

    /** What must come before a recognition. */
    public enum Requirement {
        EVALUATED,
        NOTHING
    }
}
