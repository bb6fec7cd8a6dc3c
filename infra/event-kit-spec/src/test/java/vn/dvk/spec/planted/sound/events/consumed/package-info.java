/** A service that keeps every rule: what it reads. */
@NullMarked
package vn.dvk.spec.planted.sound.events.consumed;

import org.jspecify.annotations.NullMarked;
