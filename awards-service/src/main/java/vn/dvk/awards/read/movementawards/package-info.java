/** Awards for the movement, one by one and in lists. */
@NullMarked
package vn.dvk.awards.read.movementawards;

import org.jspecify.annotations.NullMarked;
