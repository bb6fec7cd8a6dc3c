/**
 * Whenever a programme is set up or changed, its settings are kept for the processes that open from then on;
 * deadlines of steps that it moves are moved in open processes too.
 */
@NullMarked
package vn.dvk.evaluation.automation.whenprogrammechanged;

import org.jspecify.annotations.NullMarked;
