package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Nothing is recognized, commended or proposed while one of these stands (tạm dừng xét). */
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

    Hold released(Release by) {
        return new Hold(hold, kind, reason, on, by);
    }
}
