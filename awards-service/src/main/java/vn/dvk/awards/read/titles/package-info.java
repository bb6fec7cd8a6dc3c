/** A subject's titles over the years: what was recognized and commended of it, in whichever units. */
@NullMarked
package vn.dvk.awards.read.titles;

import org.jspecify.annotations.NullMarked;
