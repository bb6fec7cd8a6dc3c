/** An administrator has the read store made anew from the log. */
@NullMarked
package vn.dvk.reporting.write.startrebuild;

import org.jspecify.annotations.NullMarked;
