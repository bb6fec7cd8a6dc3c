/** Biểu tổng hợp: the table every level prints, with the identities that must hold. */
@NullMarked
package vn.dvk.reporting.read.summary;

import org.jspecify.annotations.NullMarked;
