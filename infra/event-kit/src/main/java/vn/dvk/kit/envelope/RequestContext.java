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
 * @param hash        fingerprint of what was asked under the key; the same key with another one is refused
 * @param at          recorded time
 */
public record RequestContext(
        String actor,
        @Nullable String unit,
        String correlation,
        @Nullable String traceparent,
        @Nullable String key,
        @Nullable String hash,
        Instant at) {

    /** The same request without a key: whoever asks twice is answered by the state, not by memory. */
    public RequestContext withoutKey() {
        return new RequestContext(actor, unit, correlation, traceparent, null, null, at);
    }

    /**
     * One row of a bulk request, which has a key only if the request has one.
     *
     * @param row     what the caller calls the row
     * @param content everything that is asked in it
     */
    public RequestContext forRow(String row, Object content) {
        return key == null
                ? this
                : new RequestContext(
                        actor,
                        unit,
                        correlation,
                        traceparent,
                        DeterministicId.of(key, row),
                        DeterministicId.of(Json.MAPPER.writeValueAsString(content)),
                        at);
    }
}
