/** A slice that uses another slice. */
@NullMarked
package vn.dvk.spec.planted.entangled.read.two;

import org.jspecify.annotations.NullMarked;
