/** A service that keeps every rule: a question. */
@NullMarked
package vn.dvk.spec.planted.sound.read.sums;

import org.jspecify.annotations.NullMarked;
