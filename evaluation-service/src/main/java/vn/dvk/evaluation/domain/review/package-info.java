/**
 * Yearly reviews (rà soát hằng năm) of what lives on: is a model maintained, has it grown stronger, must it be
 * consolidated, was it stopped, has it ended.
 *
 * <p>One per model and year, each a stream of its own, from the registration on and for as long as the model lives, so
 * also after its process is done. A correction replaces what was said, under the same id. What works is what the last
 * review said so of, until the next one or until that is too long ago.
 *
 * @see vn.dvk.evaluation.domain.review.ReviewDecider where every rule is
 */
@NullMarked
package vn.dvk.evaluation.domain.review;

import org.jspecify.annotations.NullMarked;
