/**
 * The read store: one collection of cards and one of the directory per generation, and the pointer that says which
 * generation is read and which are written. Start at {@link vn.dvk.reporting.store.Generations}.
 */
@NullMarked
package vn.dvk.reporting.store;

import org.jspecify.annotations.NullMarked;
