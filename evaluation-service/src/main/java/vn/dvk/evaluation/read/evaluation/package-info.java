/** How does this model stand: steps with their four dates, scores, conclusion; and its whole history. */
@NullMarked
package vn.dvk.evaluation.read.evaluation;

import org.jspecify.annotations.NullMarked;
