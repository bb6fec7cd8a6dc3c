package vn.dvk.reporting.counting;

import java.util.Locale;
import vn.dvk.kit.decide.Reason;

/** What can be wrong with a question. */
public enum QueryReason implements Reason {
    UNKNOWN_PARAMETER,
    UNKNOWN_MEASURE,
    UNKNOWN_DIMENSION,
    UNKNOWN_WORD,
    REPEATED_PARAMETER,
    EMPTY_PARAMETER,
    /** A stock has no beginning. */
    FROM_OF_A_STOCK,
    /** A paper is one act or has several. */
    ACTS_AND_ACT,
    MALFORMED_TEXT,
    MALFORMED_DATE,
    MALFORMED_LIMIT,
    MALFORMED_CURSOR,
    MALFORMED_WATERMARK,
    /** Something that the watermark asked about has is not here yet. */
    NOT_READ_YET;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return this == NOT_READ_YET ? Kind.CONFLICT : Kind.INVALID;
    }
}
