/** Rules about units, told as given, when, then. */
@NullMarked
package vn.dvk.registration.domain.unit;

import org.jspecify.annotations.NullMarked;
