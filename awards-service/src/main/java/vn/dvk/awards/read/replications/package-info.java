/** Replications, one by one and in lists. */
@NullMarked
package vn.dvk.awards.read.replications;

import org.jspecify.annotations.NullMarked;
