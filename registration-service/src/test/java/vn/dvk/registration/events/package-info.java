/** Stored events keep the form they once had. */
@NullMarked
package vn.dvk.registration.events;

import org.jspecify.annotations.NullMarked;
