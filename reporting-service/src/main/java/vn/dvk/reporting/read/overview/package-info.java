/** The public page and the totals it shows. */
@NullMarked
package vn.dvk.reporting.read.overview;

import org.jspecify.annotations.NullMarked;
