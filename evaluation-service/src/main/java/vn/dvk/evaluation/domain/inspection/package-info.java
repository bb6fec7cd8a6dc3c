/**
 * Inspections (kiểm tra): what the superior has found on a visit.
 *
 * <p>No decision on a process depends on them and in ten years there may be any number, so each is a stream of its own.
 * An inspection needs an open process to be about, and never changes once entered.
 */
@NullMarked
package vn.dvk.evaluation.domain.inspection;

import org.jspecify.annotations.NullMarked;
