package vn.dvk.kit.stream;

import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.envelope.SourcePosition;

/**
 * A command, the stream it is for and where it comes from.
 *
 * @param command absent: only remember the place
 * @param version the version the caller has seen ({@code If-Match}); absent: decide on whatever is there
 * @param place   of the event of another service that led to it; remembered in the same update
 */
public record CommandEnvelope<C>(
        String id,
        @Nullable C command,
        RequestContext context,
        @Nullable Long version,
        @Nullable SourcePosition place) {

    public static <C> CommandEnvelope<C> of(String id, C command, RequestContext context) {
        return new CommandEnvelope<>(id, command, context, null, null);
    }

    public static <C> CommandEnvelope<C> of(String id, C command, RequestContext context, @Nullable Long version) {
        return new CommandEnvelope<>(id, command, context, version, null);
    }

    public static <C> CommandEnvelope<C> because(
            SourcePosition place, String id, @Nullable C command, RequestContext context) {
        return new CommandEnvelope<>(id, command, context, null, place);
    }
}
