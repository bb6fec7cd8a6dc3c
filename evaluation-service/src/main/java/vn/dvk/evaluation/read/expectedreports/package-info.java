/** Which reports on a model were due by its programme's rhythm, and what became of them. */
@NullMarked
package vn.dvk.evaluation.read.expectedreports;

import org.jspecify.annotations.NullMarked;
