/** Returning a submission (trả lại) to its unit, with a reason. */
@NullMarked
package vn.dvk.awards.write.returnsubmission;

import org.jspecify.annotations.NullMarked;
