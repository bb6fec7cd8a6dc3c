/** A service that keeps every rule: one thing a caller can do. */
@NullMarked
package vn.dvk.spec.planted.sound.write.apply;

import org.jspecify.annotations.NullMarked;
