/** A service that keeps every rule: the names of its events. */
@NullMarked
package vn.dvk.spec.planted.sound.events;

import org.jspecify.annotations.NullMarked;
