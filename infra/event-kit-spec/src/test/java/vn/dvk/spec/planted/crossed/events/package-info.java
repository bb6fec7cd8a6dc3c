/** Each layer reaches for what it may not have: names for the store. */
@NullMarked
package vn.dvk.spec.planted.crossed.events;

import org.jspecify.annotations.NullMarked;
