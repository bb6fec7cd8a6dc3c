/** The read store anew, with traffic going on and killed half-way. */
@NullMarked
package vn.dvk.reporting.projection.rebuild;

import org.jspecify.annotations.NullMarked;
