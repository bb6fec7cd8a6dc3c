/** A kit whose layers look upward: streams know who asks them. */
@NullMarked
package vn.dvk.spec.planted.tangled.stream;

import org.jspecify.annotations.NullMarked;
