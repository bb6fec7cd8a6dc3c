/** A service that keeps every rule: what it publishes. */
@NullMarked
package vn.dvk.spec.planted.sound.events.published;

import org.jspecify.annotations.NullMarked;
