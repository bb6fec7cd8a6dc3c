/**
 * The platform as a client sees it: four services and an issuer of tokens behind HTTP, any of which may be killed and come
 * back at any moment.
 *
 * <p>Every request that changes something carries a key that follows from what it says, so that {@link vn.dvk.replay.api.Api}
 * may send it again until it is answered. What the platform answers “not there yet” is asked again within a limit; any
 * other refusal ends the replay with the platform's own words.
 */
@NullMarked
package vn.dvk.replay.api;

import org.jspecify.annotations.NullMarked;
