/** Each layer reaches for what it may not have: a question for the intake. */
@NullMarked
package vn.dvk.spec.planted.crossed.read.something;

import org.jspecify.annotations.NullMarked;
