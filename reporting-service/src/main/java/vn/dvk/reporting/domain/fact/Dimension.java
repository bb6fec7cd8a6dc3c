package vn.dvk.reporting.domain.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What facts are told apart by: filters and groups of every report. */
public enum Dimension {
    PROGRAMME,
    UNIT,
    FIELD,
    KIND,
    SUBJECT,
    /** Of a recognition its own; of a registration the one applied for. */
    LEVEL,
    FORM,
    TRACK,
    CATEGORY,
    ISSUER,
    GRADE,
    ORIGIN,
    /** The unit that takes up a replicated model. */
    TARGET,
    STEP,
    MODEL;

    /** As in addresses, answers and the store. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Dimension> of(String code) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.code().equals(code))
                .findFirst();
    }
}
