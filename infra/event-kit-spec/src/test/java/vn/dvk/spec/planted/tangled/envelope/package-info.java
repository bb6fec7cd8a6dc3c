/** A kit whose layers look upward: one leaf knows the other. */
@NullMarked
package vn.dvk.spec.planted.tangled.envelope;

import org.jspecify.annotations.NullMarked;
