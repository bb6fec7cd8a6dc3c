/** Whenever a programme is set up or changed, its settings are kept for the processes that open from then on. */
@NullMarked
package vn.dvk.evaluation.automation.whenprogrammechanged;

import org.jspecify.annotations.NullMarked;
