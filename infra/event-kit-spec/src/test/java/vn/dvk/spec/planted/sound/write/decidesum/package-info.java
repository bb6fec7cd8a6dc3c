/** A service that keeps every rule: another thing a caller can do. */
@NullMarked
package vn.dvk.spec.planted.sound.write.decidesum;

import org.jspecify.annotations.NullMarked;
