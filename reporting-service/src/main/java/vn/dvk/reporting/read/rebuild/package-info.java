/** How far the latest rebuild is. */
@NullMarked
package vn.dvk.reporting.read.rebuild;

import org.jspecify.annotations.NullMarked;
