/** What was published, as it was entered. */
@NullMarked
package vn.dvk.reporting.read.claims;

import org.jspecify.annotations.NullMarked;
