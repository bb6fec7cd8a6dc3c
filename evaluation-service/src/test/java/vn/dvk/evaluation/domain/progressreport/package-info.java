/** The rules of a progress report, as sentences. */
@NullMarked
package vn.dvk.evaluation.domain.progressreport;

import org.jspecify.annotations.NullMarked;
