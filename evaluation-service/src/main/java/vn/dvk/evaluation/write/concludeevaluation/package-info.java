/** The council concludes: the result of the evaluation, for one model or for many at once. */
@NullMarked
package vn.dvk.evaluation.write.concludeevaluation;

import org.jspecify.annotations.NullMarked;
