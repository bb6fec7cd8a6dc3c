/** Correcting an award for the movement. */
@NullMarked
package vn.dvk.awards.write.correctmovementaward;

import org.jspecify.annotations.NullMarked;
