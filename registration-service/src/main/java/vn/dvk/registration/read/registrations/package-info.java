/** Which registrations there are, by programme, unit, state, name and code. */
@NullMarked
package vn.dvk.registration.read.registrations;

import org.jspecify.annotations.NullMarked;
