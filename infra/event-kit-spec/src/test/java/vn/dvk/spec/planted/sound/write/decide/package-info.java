/** A service that keeps every rule: another thing a caller can do. */
@NullMarked
package vn.dvk.spec.planted.sound.write.decide;

import org.jspecify.annotations.NullMarked;
