/** Facts are a pure function of what happened: whatever the order, however often. */
@NullMarked
package vn.dvk.reporting.domain.fact;

import org.jspecify.annotations.NullMarked;
