/** Which steps are past their due date and not done. Asked for, never stored: it depends on the day. */
@NullMarked
package vn.dvk.evaluation.read.overdue;

import org.jspecify.annotations.NullMarked;
