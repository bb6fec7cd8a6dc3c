/** How far a model has spread: places applying it against the places there are. */
@NullMarked
package vn.dvk.awards.read.coverage;

import org.jspecify.annotations.NullMarked;
