package vn.dvk.awards.events.published;

import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.movementaward.Merit;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.movementaward.MovementAward.Given;
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
            case Given given -> publish(given, recorded.event());
        };
    }

    private static Publication publish(Given given, MovementAwardEvent event) {
        var body = AwardBody.forMovement(given);
        return switch (event) {
            case MovementAwardEvent.Granted _ -> of(given, PublishedTypes.AWARD_GRANTED, body);
            case MovementAwardEvent.Corrected(var was, var now, var reason, var on) ->
                of(given, PublishedTypes.AWARD_CORRECTED, body.corrected(Merit.changes(was, now), reason, on));
            case MovementAwardEvent.Revoked(var by) -> of(given, PublishedTypes.AWARD_REVOKED, body.revoked(by));
        };
    }

    private static Publication of(Given given, String type, AwardBody body) {
        return new Publication(type, given.award(), body);
    }
}
