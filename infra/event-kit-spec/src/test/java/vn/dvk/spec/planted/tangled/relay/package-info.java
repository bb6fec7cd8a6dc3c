/** A kit whose layers look upward: the relay knows who wakes it. */
@NullMarked
package vn.dvk.spec.planted.tangled.relay;

import org.jspecify.annotations.NullMarked;
