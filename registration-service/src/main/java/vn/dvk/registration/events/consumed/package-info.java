/** Our readings of other services' events: of each body the few fields that matter here. */
@NullMarked
package vn.dvk.registration.events.consumed;

import org.jspecify.annotations.NullMarked;
