/** Which models are being evaluated in a programme or at a unit. */
@NullMarked
package vn.dvk.evaluation.read.evaluations;

import org.jspecify.annotations.NullMarked;
