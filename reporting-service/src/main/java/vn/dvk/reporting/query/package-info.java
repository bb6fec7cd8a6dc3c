/**
 * Asking facts. {@link vn.dvk.reporting.query.Filter} is what a caller asks, {@link vn.dvk.reporting.query.Counting}
 * turns it into questions to {@link vn.dvk.reporting.query.FactQueries}, which MongoDB and DuckDB answer alike.
 */
@NullMarked
package vn.dvk.reporting.query;

import org.jspecify.annotations.NullMarked;
