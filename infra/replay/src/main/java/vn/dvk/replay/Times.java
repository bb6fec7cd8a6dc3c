package vn.dvk.replay;

import java.time.Duration;
import java.util.Locale;

/** How long a case took, in one line. */
final class Times {

    /** A registration is written and submitted, selected, and accepted. */
    private static final int COMMANDS = 3;

    private Times() {}

    static String line(Replay.Pace pace, Duration untilTable) {
        var seconds = Math.max(0.001, pace.time().toMillis() / 1000.0);
        return String.format(
                Locale.forLanguageTag("vi"),
                "  %,d đăng ký trong %.1f s: %,.0f/s, %,.0f lệnh/s, %d yêu cầu HTTP; từ yêu cầu đầu đến bảng %.1f s "
                        + "(registrations/s, commands/s, first request to table)",
                pace.registrations(),
                seconds,
                pace.registrations() / seconds,
                COMMANDS * pace.registrations() / seconds,
                pace.requests(),
                untilTable.toMillis() / 1000.0);
    }
}
