package vn.dvk.awards.events.published;

import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent;
import vn.dvk.awards.events.PublishedTypes;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/** Awards for the movement, told to the world. There is no model, so the award's own id is the key. */
public final class MovementAwardPublisher {

    private MovementAwardPublisher() {}

    public static @Nullable Publication publish(MovementAward state, Recorded<MovementAwardEvent> recorded) {
        return switch (state) {
            case MovementAward.NotOpened() -> null;
            case MovementAward.Given given ->
                new Publication(
                        switch (recorded.event()) {
                            case MovementAwardEvent.Granted _ -> PublishedTypes.AWARD_GRANTED;
                            case MovementAwardEvent.Revoked _ -> PublishedTypes.AWARD_REVOKED;
                        },
                        given.award(),
                        AwardBody.forMovement(given));
        };
    }
}
