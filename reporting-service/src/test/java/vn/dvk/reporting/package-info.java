/** What the service must keep as a whole: its architecture, its contracts, its texts. */
@NullMarked
package vn.dvk.reporting;

import org.jspecify.annotations.NullMarked;
