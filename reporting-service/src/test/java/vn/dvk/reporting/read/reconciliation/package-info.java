/** The arithmetic of published figures. */
@NullMarked
package vn.dvk.reporting.read.reconciliation;

import org.jspecify.annotations.NullMarked;
