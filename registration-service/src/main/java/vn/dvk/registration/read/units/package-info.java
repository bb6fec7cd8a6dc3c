/** Which units there are, by name, superior, kind and day. */
@NullMarked
package vn.dvk.registration.read.units;

import org.jspecify.annotations.NullMarked;
