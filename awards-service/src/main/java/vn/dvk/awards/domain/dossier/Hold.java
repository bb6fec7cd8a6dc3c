package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * Nothing is recognized, commended or proposed by a decision of a day on which one of these is in force (tạm dừng xét).
 *
 * @param precision how much of its first day is known; null: all of it
 */
public record Hold(
        String hold,
        Kind kind,
        String reason,
        LocalDate on,
        @Nullable Release released,
        @Nullable Precision precision) {

    /** Since a day that is known. */
    public Hold(String hold, Kind kind, String reason, LocalDate on, @Nullable Release released) {
        this(hold, kind, reason, on, released, null);
    }

    public Day day() {
        return Day.of(on, precision);
    }

    /** What is pending. */
    public enum Kind {
        /** Kỷ luật. */
        DISCIPLINE,
        /** Thanh tra, kiểm tra. */
        INSPECTION,
        /** Khiếu nại, tố cáo. */
        COMPLAINT
    }

    /**
     * How it ended.
     *
     * @param precision how much of the day is known; null: all of it
     */
    public record Release(
            String reason, LocalDate on, @Nullable Precision precision) {

        /** On a day that is known. */
        public Release(String reason, LocalDate on) {
            this(reason, on, null);
        }

        public Day day() {
            return Day.of(on, precision);
        }

        /** As it counts in a programme. */
        Release counted(@Nullable LocalDate historicUntil) {
            return new Release(reason, CommonRules.counted(day(), historicUntil).on(), precision);
        }
    }

    public boolean stands() {
        return released == null;
    }

    /** Whether it is in the way of a decision of that day: from its first day to the one before its release. */
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(on) && (released == null || day.isBefore(released.on()));
    }

    public Hold released(Release by) {
        return new Hold(hold, kind, reason, on, by, precision);
    }
}
