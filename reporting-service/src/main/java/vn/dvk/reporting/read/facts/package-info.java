/** Which ones: the facts behind a number, by the same filter. */
@NullMarked
package vn.dvk.reporting.read.facts;

import org.jspecify.annotations.NullMarked;
