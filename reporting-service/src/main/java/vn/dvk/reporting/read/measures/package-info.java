/** The table of measures: what can be counted, and how. */
@NullMarked
package vn.dvk.reporting.read.measures;

import org.jspecify.annotations.NullMarked;
