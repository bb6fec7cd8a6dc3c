/** Each layer reaches for what it may not have: a reading for the broker’s client. */
@NullMarked
package vn.dvk.spec.planted.crossed.events.consumed;

import org.jspecify.annotations.NullMarked;
