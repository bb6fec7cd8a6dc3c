/** Whenever a term is added, changed or ended, it is kept for the requests that use it from then on. */
@NullMarked
package vn.dvk.evaluation.automation.whentermchanged;

import org.jspecify.annotations.NullMarked;
