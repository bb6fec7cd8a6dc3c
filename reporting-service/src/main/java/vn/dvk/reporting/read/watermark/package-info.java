/** Mốc đọc: a place in the log to ask by, so that the answer stays. */
@NullMarked
package vn.dvk.reporting.read.watermark;

import org.jspecify.annotations.NullMarked;
