/**
 * From events to the read store: one collection of cards and one of the directory per generation, and one document that
 * says which generation is read and which are written.
 *
 * <p>Start at {@link vn.dvk.reporting.projection.ReadStoreHandler}, which takes events in, and {@link
 * vn.dvk.reporting.projection.Generations}, which is asked by whoever reads.
 */
@NullMarked
package vn.dvk.reporting.projection;

import org.jspecify.annotations.NullMarked;
