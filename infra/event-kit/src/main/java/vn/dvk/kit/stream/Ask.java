package vn.dvk.kit.stream;

import org.jspecify.annotations.Nullable;
import vn.dvk.kit.Cause;

/**
 * A command, the stream it is for and where it comes from.
 *
 * @param command absent: only remember the arrival's position
 * @param version the version the caller has seen ({@code If-Match}); absent: decide on whatever is there
 * @param arrival the event of another service that led to it; its position is remembered in the same update
 */
public record Ask<C>(
        String id,
        @Nullable C command,
        Cause cause,
        @Nullable Long version,
        @Nullable Arrival arrival) {

    public static <C> Ask<C> of(String id, C command, Cause cause) {
        return new Ask<>(id, command, cause, null, null);
    }

    public static <C> Ask<C> of(String id, C command, Cause cause, @Nullable Long version) {
        return new Ask<>(id, command, cause, version, null);
    }

    public static <C> Ask<C> because(Arrival arrival, String id, @Nullable C command, Cause cause) {
        return new Ask<>(id, command, cause, null, arrival);
    }
}
