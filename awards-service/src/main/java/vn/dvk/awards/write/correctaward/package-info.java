/** Correcting an award for a model. */
@NullMarked
package vn.dvk.awards.write.correctaward;

import org.jspecify.annotations.NullMarked;
