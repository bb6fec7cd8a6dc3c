/** Each layer reaches for what it may not have: what is published for what is read. */
@NullMarked
package vn.dvk.spec.planted.crossed.events.published;

import org.jspecify.annotations.NullMarked;
