/** Holds on units and subjects, in a list. */
@NullMarked
package vn.dvk.awards.read.holds;

import org.jspecify.annotations.NullMarked;
