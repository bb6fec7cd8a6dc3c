/** A service that keeps every rule: where its data is. */
@NullMarked
package vn.dvk.spec.planted.sound.store;

import org.jspecify.annotations.NullMarked;
