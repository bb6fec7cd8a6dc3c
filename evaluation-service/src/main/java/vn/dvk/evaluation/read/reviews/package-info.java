/** What the yearly reviews say of a model, and whether it works. */
@NullMarked
package vn.dvk.evaluation.read.reviews;

import org.jspecify.annotations.NullMarked;
