package vn.dvk.kit.envelope;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who or what led to a change, recorded with every event.
 *
 * @param actor       the person's id, or the service's name for what happens by itself
 * @param unit        the unit the person acted for, if known
 * @param correlation joins everything that one request set off, across services
 * @param traceparent W3C trace context, carried on to whoever reads the event
 * @param key         the caller's idempotency key; a stream remembers the last ones it has seen
 * @param at          recorded time
 */
public record RequestContext(
        String actor,
        @Nullable String unit,
        String correlation,
        @Nullable String traceparent,
        @Nullable String key,
        Instant at) {

    public RequestContext withKey(@Nullable String other) {
        return new RequestContext(actor, unit, correlation, traceparent, other, at);
    }
}
