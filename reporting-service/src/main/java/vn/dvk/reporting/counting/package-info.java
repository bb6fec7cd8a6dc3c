/**
 * Questions to the facts. {@link vn.dvk.reporting.counting.Parameters} reads a {@link
 * vn.dvk.reporting.counting.Filter}, {@link vn.dvk.reporting.counting.Counting} answers it, from DuckDB or from MongoDB:
 * both give the same answers, and a test compares them.
 */
@NullMarked
package vn.dvk.reporting.counting;

import org.jspecify.annotations.NullMarked;
