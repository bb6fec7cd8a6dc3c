/** A model is reviewed for a year (rà soát hằng năm), or the review corrected. */
@NullMarked
package vn.dvk.evaluation.write.reviewmodel;

import org.jspecify.annotations.NullMarked;
