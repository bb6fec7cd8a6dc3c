/** A published text with figures is entered, to be checked. */
@NullMarked
package vn.dvk.reporting.write.enterclaim;

import org.jspecify.annotations.NullMarked;
