package vn.dvk.reporting.read.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.domain.history.ModelEvent;

/** Where the source model itself was on a day. Told on any later day, it is the same. */
final class SourceUnit {

    private SourceUnit() {}

    /** @return nothing before its registration, and from its withdrawal on */
    static @Nullable String on(LocalDate day, EventHistory history) {
        @Nullable String unit = null;
        for (var timed : history.events()) {
            var said = timed.event().dimensions();
            if (!said.on().isAfter(day)) {
                var what = timed.event().what();
                if (what instanceof ModelEvent.Registered || what instanceof ModelEvent.Transferred) {
                    unit = said.unit();
                } else if (what instanceof ModelEvent.Withdrawn || what instanceof ModelEvent.Voided) {
                    unit = null;
                }
            }
        }
        return unit;
    }
}
