package vn.dvk.kit.stream;

import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.envelope.SourcePosition;

/**
 * A command, the stream it is for and where it comes from.
 *
 * @param command absent: only remember the arrival's position
 * @param version the version the caller has seen ({@code If-Match}); absent: decide on whatever is there
 * @param arrival the event of another service that led to it; its position is remembered in the same update
 */
public record CommandEnvelope<C>(
        String id,
        @Nullable C command,
        RequestContext cause,
        @Nullable Long version,
        @Nullable SourcePosition arrival) {

    public static <C> CommandEnvelope<C> of(String id, C command, RequestContext cause) {
        return new CommandEnvelope<>(id, command, cause, null, null);
    }

    public static <C> CommandEnvelope<C> of(String id, C command, RequestContext cause, @Nullable Long version) {
        return new CommandEnvelope<>(id, command, cause, version, null);
    }

    public static <C> CommandEnvelope<C> because(
            SourcePosition arrival, String id, @Nullable C command, RequestContext cause) {
        return new CommandEnvelope<>(id, command, cause, null, arrival);
    }
}
