/** A kit whose layers look upward: the store knows what is kept. */
@NullMarked
package vn.dvk.spec.planted.tangled.store;

import org.jspecify.annotations.NullMarked;
