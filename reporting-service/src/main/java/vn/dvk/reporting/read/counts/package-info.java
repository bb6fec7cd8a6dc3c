/** How many: any measure, any filter, in any groups. */
@NullMarked
package vn.dvk.reporting.read.counts;

import org.jspecify.annotations.NullMarked;
