/** A service that keeps every rule: one thing a caller can do. */
@NullMarked
package vn.dvk.spec.planted.sound.write.applysum;

import org.jspecify.annotations.NullMarked;
