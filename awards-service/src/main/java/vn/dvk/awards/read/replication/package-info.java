/** Replications, one by one and in lists. */
@NullMarked
package vn.dvk.awards.read.replication;

import org.jspecify.annotations.NullMarked;
