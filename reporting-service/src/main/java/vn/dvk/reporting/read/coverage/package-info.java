/** How far a model has spread by a day: the same three numbers as the awards service's own. */
@NullMarked
package vn.dvk.reporting.read.coverage;

import org.jspecify.annotations.NullMarked;
