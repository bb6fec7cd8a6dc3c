/** Laying down a programme's settings. */
@NullMarked
package vn.dvk.registration.write.programmes;

import org.jspecify.annotations.NullMarked;
