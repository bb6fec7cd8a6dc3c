/** A service that keeps every rule: what its answers share. */
@NullMarked
package vn.dvk.spec.planted.sound.read;

import org.jspecify.annotations.NullMarked;
