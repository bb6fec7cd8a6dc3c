/** A kit whose layers look upward: the bottom knows the top. */
@NullMarked
package vn.dvk.spec.planted.tangled.decide;

import org.jspecify.annotations.NullMarked;
