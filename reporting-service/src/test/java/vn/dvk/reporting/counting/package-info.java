/** Both stores answer alike. */
@NullMarked
package vn.dvk.reporting.counting;

import org.jspecify.annotations.NullMarked;
