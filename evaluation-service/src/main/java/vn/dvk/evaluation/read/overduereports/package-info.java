/** Which reports are overdue in a programme, by name: the list by which people are reminded. */
@NullMarked
package vn.dvk.evaluation.read.overduereports;

import org.jspecify.annotations.NullMarked;
