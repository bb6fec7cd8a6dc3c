package vn.dvk.awards.events.published;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.widerhold.HoldTarget;
import vn.dvk.awards.domain.widerhold.WiderHold;
import vn.dvk.awards.domain.widerhold.WiderHold.Placed;
import vn.dvk.awards.domain.widerhold.WiderHoldEvent;
import vn.dvk.awards.events.PublishedTypes;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/** Holds on units and subjects, told to the world: that there is one, of which kind and since when, but not why. */
public final class WiderHoldPublisher {

    private WiderHoldPublisher() {}

    /**
     * @param from its first day
     * @param on   of a placed one its first day too, of a released one the first day on which it is no more
     */
    record Body(String hold, HoldTarget target, Hold.Kind holdKind, LocalDate from, LocalDate on) {}

    public static @Nullable Publication publish(WiderHold state, Recorded<WiderHoldEvent> recorded) {
        return switch (state) {
            case WiderHold.NotOpened() -> null;
            case Placed placed ->
                switch (recorded.event()) {
                    case WiderHoldEvent.HoldPlaced it -> of(placed, PublishedTypes.WIDER_HOLD_PLACED, it.on());
                    case WiderHoldEvent.HoldReleased(var by) -> of(placed, PublishedTypes.WIDER_HOLD_RELEASED, by.on());
                };
        };
    }

    private static Publication of(Placed placed, String type, LocalDate on) {
        var hold = placed.hold();
        return new Publication(type, hold.hold(), new Body(hold.hold(), placed.target(), hold.kind(), hold.on(), on));
    }
}
