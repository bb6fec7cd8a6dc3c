/** The read store under everything a log can do to it. */
@NullMarked
package vn.dvk.reporting.projection;

import org.jspecify.annotations.NullMarked;
