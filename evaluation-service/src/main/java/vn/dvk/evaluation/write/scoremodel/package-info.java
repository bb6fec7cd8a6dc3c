/** Owner, unit and superior give points by the rubric; total and grade are computed. */
@NullMarked
package vn.dvk.evaluation.write.scoremodel;

import org.jspecify.annotations.NullMarked;
