package vn.dvk.awards.messaging;

import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.movement.MovementAward;
import vn.dvk.awards.domain.movement.MovementAwardEvent;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/** Awards for the movement, told to the world. There is no model, so the award's own id is the key. */
public final class MovementAwardPublisher {

    private MovementAwardPublisher() {}

    public static @Nullable Publication publish(MovementAward state, Recorded<MovementAwardEvent> recorded) {
        return switch (state) {
            case MovementAward.None() -> null;
            case MovementAward.Given given ->
                new Publication(
                        switch (recorded.event()) {
                            case MovementAwardEvent.Granted _ -> PublishedNames.AWARD_GRANTED;
                            case MovementAwardEvent.Revoked _ -> PublishedNames.AWARD_REVOKED;
                        },
                        given.award(),
                        AwardBody.forMovement(given));
        };
    }
}
