/** An officer says that a step is done, for one model or for many at once. */
@NullMarked
package vn.dvk.evaluation.write.completestep;

import org.jspecify.annotations.NullMarked;
