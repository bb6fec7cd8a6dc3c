/** Which programmes there are. */
@NullMarked
package vn.dvk.registration.read.programmes;

import org.jspecify.annotations.NullMarked;
