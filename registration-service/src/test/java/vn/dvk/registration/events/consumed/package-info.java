/** The reading of another's event, held to its released samples. */
@NullMarked
package vn.dvk.registration.events.consumed;

import org.jspecify.annotations.NullMarked;
