package vn.dvk.evaluation.read;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The day one asks about: days are those of Vietnam, where deadlines end. */
@Component
public class AskedDay {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock clock;

    AskedDay(Clock clock) {
        this.clock = clock;
    }

    /** @param stated null for today */
    public LocalDate or(@Nullable LocalDate stated) {
        return stated == null ? LocalDate.now(clock.withZone(VIETNAM)) : stated;
    }
}
