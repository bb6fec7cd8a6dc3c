/** What has been reported on a model, period by period. */
@NullMarked
package vn.dvk.evaluation.read.progressreports;

import org.jspecify.annotations.NullMarked;
