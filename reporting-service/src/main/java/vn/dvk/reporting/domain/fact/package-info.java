/**
 * Countable things. {@link vn.dvk.reporting.domain.fact.Facts} makes them from a model's history.
 *
 * <p>A number in a report is a count of facts that hold, never a counter: so nothing is counted twice, every number leads
 * to names by the same filter, and a report can be asked for any cut-off date as known on any day.
 */
@NullMarked
package vn.dvk.reporting.domain.fact;

import org.jspecify.annotations.NullMarked;
