/** One class per measure; each holds our loop and the bare one side by side, so that whoever doubts can compare them. */
@NullMarked
package vn.dvk.bench.measure;

import org.jspecify.annotations.NullMarked;
