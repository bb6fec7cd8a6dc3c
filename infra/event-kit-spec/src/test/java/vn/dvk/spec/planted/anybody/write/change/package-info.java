/** An endpoint that does not say who may call it. */
@NullMarked
package vn.dvk.spec.planted.anybody.write.change;

import org.jspecify.annotations.NullMarked;
