/** Both stores answer alike. */
@NullMarked
package vn.dvk.reporting.query;

import org.jspecify.annotations.NullMarked;
