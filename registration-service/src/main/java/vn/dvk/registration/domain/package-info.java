/** Words and rules that units, programmes and registrations share. Plain Java. */
@NullMarked
package vn.dvk.registration.domain;

import org.jspecify.annotations.NullMarked;
