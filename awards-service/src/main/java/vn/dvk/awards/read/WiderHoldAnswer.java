package vn.dvk.awards.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.widerhold.HoldTarget;
import vn.dvk.awards.domain.widerhold.WiderHold;
import vn.dvk.service.web.Refused;

/** A hold on a unit or subject, as answers show it. */
public record WiderHoldAnswer(
        String hold, HoldTarget target, Hold.Kind kind, String reason, LocalDate on, Hold.@Nullable Release released) {

    /** @throws Refused with {@code hold-unknown} */
    public static WiderHoldAnswer of(String id, WiderHold state) {
        return switch (state) {
            case WiderHold.NotOpened() -> throw new Refused(AwardsReason.HOLD_UNKNOWN, id);
            case WiderHold.Placed(var target, var hold) ->
                new WiderHoldAnswer(hold.hold(), target, hold.kind(), hold.reason(), hold.on(), hold.released());
        };
    }
}
