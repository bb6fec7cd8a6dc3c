/** A reviewer returns a step: it is open again, with a reason. */
@NullMarked
package vn.dvk.evaluation.write.returnstep;

import org.jspecify.annotations.NullMarked;
