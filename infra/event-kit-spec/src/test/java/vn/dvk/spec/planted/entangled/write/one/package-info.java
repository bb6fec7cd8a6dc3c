/** A slice that another slice uses. */
@NullMarked
package vn.dvk.spec.planted.entangled.write.one;

import org.jspecify.annotations.NullMarked;
