package vn.dvk.awards.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.replication.Outside;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.Replication.Known;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.domain.replication.ReplicationEvent.Confirmed;
import vn.dvk.awards.domain.replication.ReplicationEvent.Proposed;
import vn.dvk.awards.domain.replication.ReplicationEvent.ReplicaRegistered;
import vn.dvk.awards.domain.replication.ReplicationEvent.Started;
import vn.dvk.awards.domain.replication.ReplicationEvent.Stopped;
import vn.dvk.awards.domain.replication.Target;
import vn.dvk.awards.events.PublishedTypes;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/** Replications, told to the world under the source model's key, so that they stay in order with its other events. */
public final class ReplicationPublisher {

    private ReplicationPublisher() {}

    /**
     * @param outside of a source that is none of ours, whose id and code were made for it
     * @param replica only once the target has registered its own model
     * @param reason  only of a stopped one
     * @param again   of a started one, whether it was applied before and stopped
     */
    record Body(
            @JsonUnwrapped ModelBody about,
            String replication,
            Target target,
            @Nullable Outside outside,
            boolean ownModel,
            @Nullable String replica,
            @Nullable String reason,
            @Nullable Boolean again) {}

    public static @Nullable Publication publish(Replication state, Recorded<ReplicationEvent> recorded) {
        return switch (state) {
            case Replication.NotOpened() -> null;
            case Known known -> publish(known, recorded.event());
        };
    }

    private static @Nullable Publication publish(Known state, ReplicationEvent event) {
        return switch (event) {
            case Proposed proposed ->
                of(
                        state,
                        PublishedTypes.REPLICATION_PROPOSED,
                        proposed.proposal().on(),
                        null,
                        null,
                        null);
            case Started(var source, var on) ->
                of(
                        state,
                        PublishedTypes.REPLICATION_STARTED,
                        on,
                        null,
                        null,
                        !state.past().isEmpty());
            case ReplicaRegistered _ -> null;
            case Confirmed(var source, var by) ->
                of(state, PublishedTypes.REPLICATED, by.on(), state.replica(), null, null);
            case Stopped(var source, var by) ->
                of(state, PublishedTypes.REPLICATION_STOPPED, by.on(), null, by.reason(), null);
        };
    }

    private static Publication of(
            Known state,
            String type,
            LocalDate on,
            @Nullable String replica,
            @Nullable String reason,
            @Nullable Boolean again) {
        return new Publication(
                type,
                state.source().model(),
                new Body(
                        ModelBody.of(state.source(), on),
                        state.replication(),
                        state.target(),
                        state.outside(),
                        state.ownModel(),
                        replica,
                        reason,
                        again));
    }
}
