package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Nothing is recognized, commended or proposed by a decision of a day on which one of these is in force (tạm dừng xét). */
public record Hold(
        String hold,
        Kind kind,
        String reason,
        LocalDate on,
        @Nullable Release released) {

    /** What is pending. */
    public enum Kind {
        /** Kỷ luật. */
        DISCIPLINE,
        /** Thanh tra, kiểm tra. */
        INSPECTION,
        /** Khiếu nại, tố cáo. */
        COMPLAINT
    }

    /** How it ended. */
    public record Release(String reason, LocalDate on) {}

    public boolean stands() {
        return released == null;
    }

    /** Whether it is in the way of a decision of that day: from its first day to the one before its release. */
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(on) && (released == null || day.isBefore(released.on()));
    }

    public Hold released(Release by) {
        return new Hold(hold, kind, reason, on, by);
    }
}
