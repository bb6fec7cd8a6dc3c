/** A kit whose layers look upward: the top knows a framework. */
@NullMarked
package vn.dvk.spec.planted.tangled.intake;

import org.jspecify.annotations.NullMarked;
