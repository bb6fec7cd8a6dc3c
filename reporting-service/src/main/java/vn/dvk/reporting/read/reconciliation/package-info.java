/** Đối chiếu số liệu: published figures against the facts, and what may be wrong with them. The arithmetic is pure; start at {@link vn.dvk.reporting.read.reconciliation.Reconciler}. */
@NullMarked
package vn.dvk.reporting.read.reconciliation;

import org.jspecify.annotations.NullMarked;
